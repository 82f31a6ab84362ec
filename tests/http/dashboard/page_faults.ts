/** Programs for a page that tell what is wrong with it for readers who see little or use no mouse. */

/** Controls without a name, pictures without a title, ids twice, headings that skip a level, targets too small to hit. */
export const nameFaults = `(() => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const isSeen = (element) => element.getClientRects().length > 0;
  const faults = [];
  if (document.documentElement.lang !== "en") faults.push("no language");
  if (all("main").length !== 1 || all("h1").length !== 1) faults.push("not one main part and one first heading");
  for (const control of all("input:not([type=hidden]), select, textarea, button, a").filter(isSeen)) {
    const name = control.getAttribute("aria-label") ?? control.labels?.[0]?.textContent ?? control.textContent;
    if (name.trim() === "") faults.push("no name: " + control.outerHTML);
    const { width, height } = control.getBoundingClientRect();
    if (height < 24 || width < 24) faults.push("too small: " + control.outerHTML);
  }
  for (const picture of all("svg[role=img]")) {
    if (!picture.querySelector("title")?.textContent || !picture.querySelector("desc")?.textContent) faults.push("picture");
  }
  for (const table of all("table")) {
    if (table.querySelectorAll("th[scope=col]").length === 0) faults.push("no head of a table");
  }
  const ids = all("[id]").map(({ id }) => id);
  faults.push(...ids.filter((id, i) => ids.indexOf(id) < i).map((id) => "twice: " + id));
  const levels = all("h1, h2, h3").map(({ tagName }) => Number(tagName[1]));
  if (levels.some((level, i) => level > (levels[i - 1] ?? 0) + 1)) faults.push("headings " + levels);
  return faults;
})()`;

/**
 * Texts whose contrast with what is behind them is less than 4.5 to 1, and edges of controls with less than 3 to 1, as WCAG
 * 2.2 computes it.
 */
export const contrastFaults = `(() => {
  const channels = (color) => color.match(/[\\d.]+/g).map(Number);
  const light = (color) => {
    const [r, g, b] = channels(color).map((c) => c / 255).map((c) => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a, b) => (Math.max(light(a), light(b)) + 0.05) / (Math.min(light(a), light(b)) + 0.05);
  const isClear = (color) => channels(color)[3] === 0;
  const paper = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const picture = at.closest("svg.backstream")?.querySelector(".paper");
      if (picture) return getComputedStyle(picture).fill;
      const { backgroundColor } = getComputedStyle(at);
      if (!isClear(backgroundColor)) return backgroundColor;
    }
    return "rgb(255, 255, 255)";
  };
  const faults = [];
  const isSeen = (element) => element.getClientRects().length > 0;
  const hasText = (element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== "");
  for (const element of [...document.body.querySelectorAll("*")].filter((each) => isSeen(each) && hasText(each))) {
    if (element.matches("script, style, title, desc, noscript")) continue;
    const style = getComputedStyle(element);
    const color = element.ownerSVGElement ? style.fill : style.color;
    const found = contrast(color, paper(element));
    if (found < 4.5) faults.push(found.toFixed(2) + ": " + element.textContent);
  }
  for (const control of [...document.querySelectorAll("input, select, textarea, button")].filter(isSeen)) {
    const found = contrast(getComputedStyle(control).borderTopColor, paper(control.parentElement));
    if (found < 3) faults.push(found.toFixed(2) + ": edge of " + control.outerHTML);
  }
  return faults;
})()`;
