/** The page in a real browser: what it asks for, how wide it is, and that it can be used by keyboard. */
import { createApp } from "@backstream/backstream/http";
import { assertEquals } from "@std/assert";
import { type Browser, type BrowserContextOptions, chromium } from "playwright-core";
import { chromiumPath } from "../../runtime/learn_on_chromium.ts";

const app = createApp({ models: {}, auth: { token: "secret" } });

Deno.test("GET docs answers a page whose policy lets nothing in but its own style", async () => {
  const response = await app.request("/docs");
  assertEquals([response.status, response.headers.get("content-type")], [200, "text/html; charset=UTF-8"]);
  const policy = response.headers.get("content-security-policy") ?? "";
  const style = (await response.text()).match(/<style>([^]*)<\/style>/)![1];
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(style)));
  const hash = btoa(String.fromCharCode(...digest));
  assertEquals(policy.split("; ").slice(0, 2), ["default-src 'none'", `style-src 'sha256-${hash}'`]);
});

/** Opens the page, which is answered here, and gives what it has asked for and what the browser has complained about. */
async function open(browser: Browser, options: BrowserContextOptions) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const [asked, complaints]: string[][] = [[], []];
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(String(error)));
  await page.route("**", async (route) => {
    const url = route.request().url();
    asked.push(url);
    const response = await app.request(new URL(url).pathname);
    const body = await response.text();
    await route.fulfill({ status: response.status, headers: Object.fromEntries(response.headers), body });
  });
  await page.goto("https://localhost/docs");
  return { page, asked, complaints, close: () => context.close() };
}

/** The lowest contrast of a text with its background, as WCAG 2.2 has it. */
const LOWEST_CONTRAST = `(() => {
  const light = (color) => color.match(/[\\d.]+/g).slice(0, 3).map((c) => c / 255)
    .map((c) => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const behind = (element) => {
    for (; element; element = element.parentElement) {
      const color = getComputedStyle(element).backgroundColor;
      if (!/, 0\\)$/.test(color)) return light(color);
    }
    return 1;
  };
  return Math.min(...[...document.querySelectorAll("main *, nav *, header *")].map((element) => {
    const [a, b] = [light(getComputedStyle(element).color), behind(element)];
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }));
})()`;

Deno.test({
  name: "GET docs in a browser asks for nothing else, fits, can be read and used by keyboard",
  ignore: chromiumPath === undefined,
  fn: async (test) => {
    const browser = await chromium.launch({ executablePath: chromiumPath!, args: ["--no-sandbox"] });
    for (const colorScheme of ["light", "dark"] as const) {
      for (const [width, height] of [[390, 844], [1280, 900]]) {
        await test.step(`${colorScheme}, ${width} pixels wide`, async () => {
          const { page, asked, complaints, close } = await open(browser, { colorScheme, viewport: { width, height } });
          assertEquals([asked, complaints], [["https://localhost/docs"], []]);
          assertEquals(await page.evaluate("document.documentElement.scrollWidth"), width);
          const lowest = await page.evaluate(LOWEST_CONTRAST) as number;
          assertEquals(lowest >= 4.5, true, `the lowest contrast is ${lowest}`);
          await close();
        });
      }
    }
    await test.step("by keyboard", async () => {
      const { page, close } = await open(browser, { viewport: { width: 1280, height: 900 } });
      const focused = async () => String(await page.evaluate("document.activeElement.textContent")).trim();
      await page.keyboard.press("Tab");
      assertEquals(await focused(), "To the content");
      assertEquals(await page.evaluate("document.activeElement.getBoundingClientRect().left >= 0"), true);
      for (let i = 0; i < 3; i++) await page.keyboard.press("Tab");
      assertEquals(await focused(), "POST Predict");
      await page.keyboard.press("Enter");
      assertEquals(await page.evaluate("location.hash"), "#predict");
      await close();
    });
    await browser.close();
  },
});
