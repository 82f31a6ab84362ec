/** The pages in Chromium, against a server that learns. */
import { createApp } from "@backstream/backstream/http";
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { chromiumPath } from "../../runtime/learn_on_chromium.ts";
import { classLearner } from "../apps.ts";
import { contrastFaults, nameFaults } from "./page_faults.ts";

const path = "/dashboard/models/colors";

/** A server of a model that anyone may let learn, and a browser whose pages are watched. */
interface Scene {
  readonly origin: string;
  readonly app: ReturnType<typeof createApp>;
  /** Opens a page of a reader of its own. */
  open(options?: BrowserContextOptions): Promise<Page>;
  /** Lets the model learn so many samples, and returns how many it has learned in all. */
  learn(count: number): Promise<number>;
  /** What pages have complained of, and what they have asked other hosts for. */
  readonly faults: string[];
}

async function withScene(browser: Browser, act: (scene: Scene) => Promise<void>): Promise<void> {
  const app = createApp({ models: { colors: classLearner() }, auth: { token: "secret" }, versions: { samples: 50 } });
  const server = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen: () => {} }, app.fetch);
  const origin = `http://localhost:${server.addr.port}`;
  const faults: string[] = [];
  const open = async (options: BrowserContextOptions = {}): Promise<Page> => {
    const page = await (await browser.newContext({ baseURL: origin, ...options })).newPage();
    page.setDefaultTimeout(10_000);
    page.on("console", (message) => faults.push(message.text()));
    page.on("pageerror", (error) => faults.push(error.message));
    page.on("request", (request) => {
      const { protocol, origin: asked } = new URL(request.url());
      if (protocol !== "data:" && asked !== origin) faults.push(request.url());
    });
    return page;
  };
  let learned = 0;
  const learn = async (count: number): Promise<number> => {
    const samples = Array.from({ length: count }, () => {
      const target = learned++ % 3;
      return { features: [target - 1, target === 1 ? 1 : 0], target };
    });
    await (await app.models.get("colors"))!.learn({ samples });
    return learned;
  };
  try {
    await act({ origin, app, open, learn, faults });
    assertEquals(faults, []);
  } finally {
    for (const context of browser.contexts()) await context.close();
    await app.close();
    await server.shutdown();
  }
}

/** Signs in as one does without a mouse, and ends up on the page. */
async function signIn(page: Page, target = "/"): Promise<void> {
  await page.goto(target);
  await page.waitForSelector("input:focus"); // without a click, but on a busy machine not at once
  await page.keyboard.type("secret");
  await page.keyboard.press("Enter");
  await page.waitForSelector("#live");
}

/** Presses Tab until what has the focus is called so. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let i = 0; i < 40; i++) {
    await page.keyboard.press("Tab");
    const focus = await page.evaluate(`(() => {
      const element = document.activeElement;
      if (element === document.body) return { name: "", isSeen: true }; // beyond the last control
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      const name = element.getAttribute("aria-label") ?? element.labels?.[0]?.textContent ?? element.textContent;
      return { name: name.trim(), isSeen: outlineStyle !== "none" && parseFloat(outlineWidth) >= 2 };
    })()`) as { name: string; isSeen: boolean };
    assert(focus.isSeen, `the focus on ${focus.name} cannot be seen`);
    if (focus.name === name) return;
  }
  throw new Error(`Cannot reach ${name} by Tab`);
}

function waitForText(page: Page, selector: string, text: string): Promise<unknown> {
  return page.waitForFunction(([selector, text]) => {
    // deno-lint-ignore no-explicit-any
    return (globalThis as any).document.querySelector(selector)?.textContent.includes(text);
  }, [selector, text]);
}

Deno.test({
  name: "the pages in Chromium",
  ignore: chromiumPath === undefined,
  async fn(test) {
    const browser = await chromium.launch({ executablePath: chromiumPath!, args: ["--no-sandbox"] });
    await test.step("the pages show what happens as it happens, predict and go back, by keyboard alone", () =>
      withScene(browser, async ({ app, open, learn }) => {
        await learn(60);
        const page = await open();
        await signIn(page);
        await waitForText(page, "#models", "60");
        await learn(20);
        await waitForText(page, "#models", "80");
        await tabTo(page, "colors");
        await page.keyboard.press("Enter");
        await page.waitForURL(`**${path}`);
        await waitForText(page, "#live", "Live");

        // What is learned while the page is open appears, and the focus stays where it is.
        await page.focus("#back-to-1");
        const curve = await page.innerHTML("#curve");
        assertEquals(await page.isVisible("#back-to-3"), false);
        await waitForText(page, "#numbers", `${await learn(60)}`);
        await waitForText(page, "#numbers", `${await learn(1)}`);
        await page.waitForSelector("#back-to-3"); // what is left is kept
        assert(curve !== await page.innerHTML("#curve"), "the curve is as it was");
        assertEquals(await page.evaluate("document.activeElement.id"), "back-to-1");
        await waitForText(page, "#spoken", "samples learned");

        // A prediction, sent by Enter, that leaves the page as it is.
        await page.focus("#main");
        await page.evaluate("document.activeElement.blur()");
        await tabTo(page, "Input 1");
        await page.keyboard.type("1");
        await tabTo(page, "Input 2");
        await page.keyboard.press("Backspace");
        await page.keyboard.type("-0.5");
        await page.keyboard.press("Enter");
        await page.waitForSelector("#prediction .bars");
        const { learner, state } = await (await app.models.get("colors"))!.head();
        const [input] = [[Number(await page.inputValue("#input-0")), Number(await page.inputValue("#input-1"))]];
        const output = learner.predictOne(state, input);
        const shown = (await page.textContent("#prediction"))!;
        for (const share of output) assertStringIncludes(shown, `${(100 * share).toFixed(1)} %`);
        assertEquals(new URL(page.url()).pathname, path);

        // Back to the first version.
        await tabTo(page, "Go back to version 1");
        await page.keyboard.press("Enter");
        await waitForText(page, ".notice", "Went back to version 1.");
        assertEquals((await (await app.models.get("colors"))!.head()).state.samples, 60);

        await tabTo(page, "Pause updates");
        await page.keyboard.press("Enter");
        assertEquals(await page.textContent("#live"), "Paused");
        const paused = await page.textContent("#numbers");
        await learn(1);
        await page.keyboard.press("Enter");
        await page.waitForFunction((text) => {
          // deno-lint-ignore no-explicit-any
          return (globalThis as any).document.querySelector("#numbers").textContent !== text;
        }, paused);
      }));

    await test.step("the pages are named, have contrast and fit a phone, in light and dark", () =>
      withScene(browser, async ({ open, learn }) => {
        await learn(300);
        const page = await open();
        const check = async (): Promise<void> => {
          for (const colorScheme of ["light", "dark"] as const) {
            await page.emulateMedia({ colorScheme });
            for (const width of [360, 800, 1200]) {
              await page.setViewportSize({ width, height: 800 });
              const where = `${page.url()}, ${colorScheme}, ${width}`;
              assertEquals([where, await page.evaluate(nameFaults)], [where, []]);
              assertEquals([where, await page.evaluate(contrastFaults)], [where, []]);
              const wide = await page.evaluate("document.documentElement.scrollWidth") as number;
              assert(wide <= width, `${where}: ${wide} pixels wide`);
            }
          }
        };
        await page.goto("/");
        await check();
        await signIn(page);
        await check();
        await page.goto(path);
        await page.click("button.main");
        await page.waitForSelector("#prediction .bars");
        await check();

        // What they look for, they find.
        await page.evaluate(`(() => {
          document.querySelector("h1").style.color = "#646464";
          document.querySelector("label").remove();
        })()`);
        assertEquals((await page.evaluate(contrastFaults) as string[]).map((fault) => fault.slice(4)), [": colors"]);
        assertEquals((await page.evaluate(nameFaults) as string[]).length, 1);
      }));

    await test.step("the pages are whole without a script", () =>
      withScene(browser, async ({ open, learn }) => {
        await learn(60);
        const page = await open({ javaScriptEnabled: false });
        await page.goto(path);
        await page.fill("#token", "secret");
        await page.click("button.main");
        await page.waitForURL(`**${path}`);
        assertStringIncludes((await page.textContent("#live"))!, "Reload the page to see what is new.");
        assertEquals([await page.isVisible("#pause"), await page.isVisible("#curve svg >> nth=0")], [false, true]);
        await page.fill("#input-0", "0.5");
        await page.click("button.main");
        await page.waitForSelector("#prediction .bars");
        assertEquals(await page.inputValue("#input-0"), "0.5");
        await page.click('button:has-text("Sign out")');
        await page.waitForSelector("#token");
      }));

    await test.step("the pages change seldom for readers who want less motion, and say when the model or the server is no more", () =>
      withScene(browser, async ({ app, open, faults }) => {
        await app.models.put("gone", { description: classLearner().description });
        const page = await open({ reducedMotion: "reduce" });
        const followed = page.waitForRequest((request) => request.url().endsWith("/events?calm=1"));
        await signIn(page, "/dashboard/models/gone");
        await followed;
        await page.emulateMedia({ reducedMotion: "no-preference" });
        await page.reload();
        await waitForText(page, "#live", "Live");
        await app.models.remove("gone");
        await waitForText(page, "#live", "This model has been removed");
        await page.goto(path);
        await waitForText(page, "#live", "Live");
        await app.close();
        await waitForText(page, "#live", "Connection lost, trying again");
        faults.length = 0; // the browser tells of the lost connection as well
      }));
    await browser.close();
  },
});
