/**
 * The style of the pages: light or dark as the reader's device is, one column on a phone. The colors are those of the charts.
 */
export const pageStyle = `
:root { color-scheme: light dark; --page: #f3f5f7; --paper: #ffffff; --ink: #1b1f24; --muted: #59636e; --line: #d3d9df;
  --edge: #7d8792; --accent: #0a66c2; --on-accent: #ffffff; --bad: #b3261e; }
@media (prefers-color-scheme: dark) { :root { --page: #0c0f12; --paper: #14181d; --ink: #f0f3f6; --muted: #9da7b1;
  --line: #2b333b; --edge: #76818c; --accent: #58a6ff; --on-accent: #0c0f12; --bad: #ff9d95; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); font: 1rem/1.5 ui-sans-serif, system-ui, -apple-system,
  "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
a { color: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.skip { position: absolute; left: -100rem; background: var(--paper); padding: .5rem 1rem; z-index: 1; }
.skip:focus { left: .5rem; top: .5rem; }
body > header, main { max-width: 72rem; margin: 0 auto; padding: .75rem clamp(1rem, 3vw, 2rem); }
body > header { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem 1rem; }
body > header .home { font-weight: 650; color: inherit; text-decoration: none; padding: .375rem 0; }
body > header .home:hover { text-decoration: underline; }
body > header form { margin-left: auto; }
h1 { font-size: 1.625rem; line-height: 1.25; margin: 0; }
h2 { font-size: 1.125rem; line-height: 1.3; margin: 0 0 .75rem; }
p { margin: 0 0 .75rem; }
.muted, .hint { color: var(--muted); }
.hint { font-size: .875rem; }
.heading { display: flex; flex-wrap: wrap; align-items: center; gap: .25rem 1rem; margin-bottom: 1rem; }
.heading p { margin: 0; }
.heading button { margin-left: auto; }
.card { background: var(--paper); border: 1px solid var(--line); border-radius: .75rem; padding: 1rem; margin: 0 0 1rem; }
.columns { display: grid; gap: 0 1rem; grid-template-columns: minmax(0, 1fr); align-items: start; }
.numbers { display: grid; gap: 1px; grid-template-columns: repeat(2, minmax(0, 1fr)); margin: 0 0 1rem;
  background: var(--line); border: 1px solid var(--line); border-radius: .75rem; overflow: hidden; }
.numbers div { background: var(--paper); padding: .75rem 1rem; }
.numbers dt { color: var(--muted); font-size: .8125rem; }
.numbers dd { margin: 0; font-size: 1.25rem; line-height: 1.35; font-weight: 650; }
.numbers dd small { display: block; font-size: .8125rem; font-weight: 400; color: var(--muted); }
.curve { padding: 0; overflow: hidden; }
.curve svg { display: block; width: 100%; height: auto; margin: 0 auto; }
.narrow svg { max-width: 34rem; }
.wide { display: none; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; overflow-wrap: normal; }
th, td { text-align: left; padding: .5rem 0; border-top: 1px solid var(--line); vertical-align: middle; }
th { font-weight: 650; }
th a { display: inline-block; min-width: 1.5rem; padding: .125rem 0; }
th small { display: block; font-weight: 400; font-size: .8125rem; color: var(--muted); }
thead th { color: var(--muted); font-weight: 400; font-size: .8125rem; border: 0; padding-block: 0 .25rem; }
td.number, th.number { text-align: right; white-space: nowrap; }
tr > * + * { padding-left: .75rem; }
label { display: block; font-size: .875rem; margin-bottom: .25rem; }
.fields { display: grid; gap: .75rem; grid-template-columns: repeat(auto-fill, minmax(8.5rem, 1fr)); margin-bottom: 1rem; }
input, select, textarea, button { font: inherit; color: inherit; }
input, select, textarea { width: 100%; min-height: 2.5rem; padding: .375rem .625rem; background: var(--page);
  border: 1px solid var(--edge); border-radius: .375rem; }
textarea { font: .875rem/1.5 ui-monospace, monospace; min-height: 6rem; resize: vertical; display: block; margin-bottom: 1rem; }
button { min-height: 2.5rem; padding: .375rem .875rem; border: 1px solid var(--edge); border-radius: .375rem;
  background: var(--paper); cursor: pointer; }
button:hover { border-color: var(--accent); }
button.main { background: var(--accent); border-color: var(--accent); color: var(--on-accent); font-weight: 650; }
.bars { list-style: none; margin: 0; padding: 0; display: grid; gap: .5rem; }
.bars li { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0 .75rem; font-size: .875rem; }
.bars svg { grid-column: 1 / 3; display: block; width: 100%; height: .5rem; border-radius: .25rem; background: var(--line); }
.bars rect { fill: var(--accent); }
.bars .best { font-weight: 650; }
.answer { font-size: 1.25rem; font-weight: 650; margin: 1rem 0 .25rem; }
.problem { color: var(--bad); margin: 1rem 0 0; }
.notice { border-left: 4px solid var(--accent); padding: .5rem .75rem; background: var(--paper); }
.login { max-width: 26rem; margin-inline: auto; }
.login input { margin-bottom: 1rem; }
.spoken { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media (max-width: 40rem) { .spare { display: none; } }
@media (min-width: 40rem) { .numbers { grid-template-columns: repeat(3, minmax(0, 1fr)); } }
@media (min-width: 48rem) { .wide { display: block; } .narrow { display: none; } }
@media (min-width: 60rem) {
  .columns { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); }
  .numbers { grid-template-columns: repeat(6, minmax(0, 1fr)); }
}
@media (prefers-reduced-motion: no-preference) { .skip { transition: left .1s; } }
`;
