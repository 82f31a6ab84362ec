/** How many requests are let through. */
export interface Rate {
  /** How many in a second, in the long run. */
  readonly perSecond: number;
  /** How many at once after a pause. */
  readonly burst: number;
}

/**
 * A bucket of requests that fills with time: the generic cell rate algorithm, which remembers a single number and needs
 * no timer. That number is the time at which the bucket will be full again.
 *
 * tau = (burst - 1) / perSecond; a request at time t is let through if full - t <= tau; then full = max(full, t) + 1 / perSecond.
 *
 * ITU-T I.371, 2004.
 *
 * @param full When the bucket is full again, in milliseconds; 0 in the beginning.
 * @param now What time it is, in milliseconds.
 * @param rate How many requests are let through.
 * @returns How many milliseconds the request is to wait, 0 if it is let through, and when the bucket is full again.
 */
export function spendRequest(full: number, now: number, { perSecond, burst }: Rate): [wait: number, full: number] {
  const each = 1000 / perSecond;
  const wait = full - now - (burst - 1) * each;
  return wait > 0 ? [wait, full] : [0, Math.max(full, now) + each];
}
