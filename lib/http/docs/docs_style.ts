/** The style of the page: light or dark as the reader's system is, one column on a phone, two on a desk. */
export const docsStyle = `
:root { color-scheme: light dark; --text: #1c2126; --soft: #56606b; --page: #ffffff; --panel: #f3f5f7; --line: #d5dbe1;
  --link: #0b5cad; --get: #0b5cad; --post: #1b7340; --put: #8a5a00; --delete: #b3261e; }
@media (prefers-color-scheme: dark) { :root { --text: #e4e8ec; --soft: #a3adb8; --page: #14181c; --panel: #1d2328;
  --line: #37414a; --link: #7db8f5; --get: #7db8f5; --post: #71cf96; --put: #e6b455; --delete: #ff9d95; } }
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body { margin: 0; color: var(--text); background: var(--page); font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
code, pre { font: .875rem/1.5 ui-monospace, monospace; }
.skip { position: absolute; left: -100rem; background: var(--page); padding: .5rem 1rem; z-index: 1; }
.skip:focus { left: 1rem; top: 1rem; }
header, main, nav { padding: 1rem clamp(1rem, 4vw, 2.5rem); max-width: 56rem; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: .5rem 0; }
h1 small { font-size: 1rem; font-weight: 400; color: var(--soft); }
h2 { margin: 2.5rem 0 .25rem; border-bottom: 1px solid var(--line); padding-bottom: .25rem; }
h3 { margin: 0 0 .25rem; }
h4 { margin: 1rem 0 .25rem; font-size: .875rem; color: var(--soft); }
p { margin: .25rem 0 .5rem; }
nav { border-block: 1px solid var(--line); background: var(--panel); max-width: none; font-size: .9375rem;
  max-height: 40vh; overflow: auto; }
nav h2 { font-size: .875rem; color: var(--soft); margin: 1rem 0 0; border: 0; }
nav h2:first-child, section:first-child h2 { margin-top: 0; }
nav ul { list-style: none; margin: 0; padding: 0; }
nav a { display: block; padding: .25rem 0; text-decoration: none; }
nav a:hover { text-decoration: underline; }
article { margin: 1.5rem 0; padding: 1rem; border: 1px solid var(--line); border-radius: .5rem; }
.method { font: 700 .8125rem ui-monospace, monospace; color: var(--get); }
.method.post { color: var(--post); } .method.put { color: var(--put); } .method.delete { color: var(--delete); }
.scope, .type, .bounds { color: var(--soft); font-size: .875rem; }
.needed { font-size: .75rem; border: 1px solid var(--line); border-radius: 1rem; padding: 0 .5rem; color: var(--soft); }
dl { margin: .25rem 0; padding-left: .75rem; border-left: 2px solid var(--line); }
dt { margin-top: .5rem; } dd { margin: 0; color: var(--soft); font-size: .9375rem; }
pre { background: var(--panel); padding: .75rem; border-radius: .25rem; overflow: auto; max-height: 24rem; overflow-wrap: normal; }
.status { font: 700 .875rem ui-monospace, monospace; color: var(--post); }
.status.s4, .status.s5 { color: var(--delete); } .status.s3 { color: var(--put); }
@media (min-width: 64rem) {
  header, main { grid-column: 2; }
  body { display: grid; grid-template-columns: 18rem minmax(0, 1fr); grid-template-rows: auto 1fr; }
  nav { grid-row: 1 / 3; grid-column: 1; position: sticky; top: 0; height: 100vh; max-height: none; border: 0; border-right: 1px solid var(--line); }
}
`;
