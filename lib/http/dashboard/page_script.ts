/**
 * The script of the pages. Without it they are as complete, but as they were when they were asked for.
 *
 * The server sends the parts of a page that have changed, and the script puts them in place. The focus stays on a control
 * that has come again. Whoever prefers less motion is sent the parts less often, and the updates can be paused.
 */
export const pageScript = `
const part = (id) => document.getElementById(id);
const { follow } = document.body.dataset;
let source, again;
function connect() {
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  source = new EventSource(calm ? follow + "?calm=1" : follow);
  source.onopen = () => part("live").textContent = "Live";
  source.onerror = () => {
    part("live").textContent = "Connection lost, trying again";
    if (source.readyState === EventSource.CLOSED) again = setTimeout(connect, 3000);
  };
  source.addEventListener("part", ({ data }) => {
    const { id, html } = JSON.parse(data);
    const focused = document.activeElement?.id;
    if (!part(id)) return;
    part(id).innerHTML = html;
    if (focused && document.activeElement?.id !== focused) part(focused)?.focus();
  });
  source.addEventListener("removed", () => {
    source.close();
    part("live").textContent = "This model has been removed";
  });
}
if (follow) {
  const pause = part("pause");
  pause.hidden = false;
  pause.onclick = () => {
    const isPaused = pause.getAttribute("aria-pressed") === "false";
    pause.setAttribute("aria-pressed", isPaused);
    clearTimeout(again);
    source.close();
    if (isPaused) part("live").textContent = "Paused";
    else connect();
  };
  connect();
}
document.addEventListener("submit", async (event) => {
  const { action, dataset: { answer } } = event.target;
  if (!answer) return;
  event.preventDefault();
  const body = new URLSearchParams(new FormData(event.target));
  try {
    const response = await fetch(action, { method: "POST", body, headers: { accept: "text/x-part" } });
    if (response.status === 401) location.reload();
    part(answer).innerHTML = await response.text();
  } catch {
    part(answer).textContent = "The endpoint cannot be reached.";
  }
});
`;
