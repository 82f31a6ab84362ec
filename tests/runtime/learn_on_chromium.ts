import { chromium } from "playwright-core";
import type { Report } from "./learn_digits.ts";
import { starts } from "./starts.ts";

/** Where systems have their Chromium. */
const paths = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** The path of a Chromium that starts; undefined if there is none. */
export const chromiumPath: string | undefined = paths.find((path) => starts(path, "--version"));

/** Learns the digits on a page in Chromium, from what `makeProgram` has made in the folder. */
export async function learnOnChromium(folder: string): Promise<Report[]> {
  const browser = await chromium.launch({ executablePath: chromiumPath!, args: ["--no-sandbox"] });
  try {
    const page = await browser.newPage();
    // The page's requests are answered here, so that no server and no port take part.
    await page.route("**", (route) => {
      const { pathname } = new URL(route.request().url());
      return pathname === "/"
        ? route.fulfill({ contentType: "text/html", body: "<!doctype html>" })
        : route.fulfill({ contentType: "text/javascript", path: folder + pathname });
    });
    await page.goto("https://localhost/");
    return await page.evaluate(`(async () => {
      const { learnDigits } = await import("/learn_digits.mjs");
      const digits = await (await fetch("/digits.bin")).arrayBuffer();
      return learnDigits(new Uint8Array(digits));
    })()`);
  } finally {
    await browser.close();
  }
}
