/**
 * Makes of what takes errors something that throws nothing, neither at once nor later.
 *
 * @param onError Takes an error.
 * @returns The same, but what it throws is lost.
 */
export function safeReport(onError: (error: unknown) => unknown): (error: unknown) => void {
  return (error) => {
    try {
      Promise.resolve(onError(error)).catch(() => {});
    } catch {
      // there is nobody left to tell
    }
  };
}
