/** The whole style of the public pages. Colours are the design's tokens; nothing is loaded besides. */
export const PAGE_STYLE = `
:root {
  color-scheme: light dark;
  --canvas: #f8fafb; --surface: #fff; --text: #191f23; --dimmed: #545c62; --line: #dadfe2; --control: #858d92;
  --link: #056d86; --fill: #056d86; --fill-hover: #00596f; --focus: #056d86; --tag: #f2f5f6; --tag-text: #191f23;
  --done: #d8f7e0; --done-text: #0d4524; --attention: #8f5904;
}
@media (prefers-color-scheme: dark) {
  :root {
    --canvas: #141a1d; --surface: #1d2327; --text: #e6eaed; --dimmed: #b8bfc4; --line: #3e464c; --control: #7c848b;
    --link: #5ec3e4; --fill: #04809e; --fill-hover: #056d86; --focus: #04809e; --tag: #31383d; --tag-text: #e6eaed;
    --done: #0d4524; --done-text: #d8f7e0; --attention: #f8b948;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 16px; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0; padding: 0 16px; background: var(--canvas); color: var(--text);
  font: 1rem/1.5 "Inter Variable", Inter, system-ui, -apple-system, "Segoe UI", Roboto, sans-serif;
  overflow-wrap: break-word;
}
header, main, footer { max-width: 68ch; margin: 0 auto; }
header { padding: 16px 0; }
main { padding: 24px 0 40px; }
main:focus { outline: none; }
footer { padding: 16px 0 40px; border-top: 1px solid var(--line); color: var(--dimmed); }
footer nav, footer p { font-size: .875rem; }
footer nav { margin: 0 0 8px; display: flex; flex-wrap: wrap; gap: 8px 24px; }
footer a { display: inline-block; min-height: 24px; }
a { color: var(--link); text-underline-offset: .15em; }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; border-radius: 4px; }
.brand { color: var(--text); font-weight: 600; font-size: 1.125rem; text-decoration: none; }
.skip { position: absolute; left: 16px; top: -48px; padding: 8px 16px; background: var(--surface); }
.skip:focus { top: 8px; }
.unseen { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); }
h1 { font-size: 2rem; line-height: 1.25; font-weight: 600; margin: 0 0 16px; text-wrap: balance; }
h2 { font-size: 1.25rem; line-height: 1.4; font-weight: 600; margin: 40px 0 8px; }
h3 { font-size: 1rem; font-weight: 600; margin: 0 0 8px; }
p, ul, ol, dl { margin: 0 0 16px; }
li { margin: 4px 0; }
.eyebrow, .lead, .hint { color: var(--dimmed); }
.eyebrow { margin: 0 0 4px; font-size: .875rem; }
.lead { font-size: 1.125rem; }
.hint { font-size: .875rem; line-height: 1.43; }
.panel { padding: 16px; margin: 0 0 24px; background: var(--surface); border: 1px solid var(--line); border-radius: 8px; }
.panel > :last-child { margin-bottom: 0; }
.panel.done { background: var(--done); color: var(--done-text); border-color: transparent; }
.panel.attention { border-left: 4px solid var(--attention); }
.label { display: block; font-size: .875rem; }
.code { font: 1.125rem/1.75 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
.code span { display: inline-block; margin-right: .6em; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 4px 24px; font-variant-numeric: tabular-nums; }
dt { color: var(--dimmed); }
dd { margin: 0; }
.steps { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: 8px; font-size: .875rem; }
.steps li { margin: 0; padding: 2px 12px; border-radius: 99px; background: var(--tag); color: var(--tag-text); }
.steps li.now { outline: 2px solid var(--focus); outline-offset: -2px; font-weight: 600; }
.scroll { overflow-x: auto; margin: 0 0 16px; }
.scroll > table { margin: 0; }
table { width: 100%; margin: 0 0 24px; border-collapse: collapse; font-size: .9375rem; font-variant-numeric: tabular-nums; }
caption { text-align: left; padding: 0 0 8px; color: var(--dimmed); font-size: .875rem; }
th, td { text-align: left; vertical-align: top; padding: 10px 16px 10px 0; border-top: 1px solid var(--line); }
thead th { border-top: 0; color: var(--dimmed); font-weight: 500; }
tbody tr:last-child > * { border-bottom: 1px solid var(--line); }
tbody th { font-weight: 500; }
.wide { min-width: 34rem; }
.said { color: var(--dimmed); }
form { display: flex; flex-direction: column; gap: 8px; margin: 0 0 24px; }
label { font-weight: 500; }
input {
  width: 100%; min-height: 44px; padding: 8px 12px; font: inherit; color: inherit; background: var(--surface);
  border: 1px solid var(--control); border-radius: 6px;
}
button {
  min-height: 36px; padding: 6px 16px; font: inherit; font-weight: 500; cursor: pointer; color: var(--text);
  background: var(--surface); border: 1px solid var(--control); border-radius: 6px;
}
button.main { align-self: flex-start; color: #fff; background: var(--fill); border-color: transparent; }
button.main:hover { background: var(--fill-hover); }
.tools { display: flex; gap: 8px; flex-wrap: wrap; margin: 12px 0 0; }
.tools[hidden], #verdict:empty { display: none; }
.receipt .tools { margin: 0 0 16px; }
.ours { margin: 0 0 24px; padding: 16px; background: var(--surface); border: 1px solid var(--line);
  border-left: 4px solid var(--link); border-radius: 8px; font-size: .9375rem; }
.ours > :last-child { margin-bottom: 0; }
.contents { display: none; }
@media (min-width: 62em) {
  .with-contents { max-width: calc(68ch + 20rem); display: grid; grid-template-columns: minmax(0, 68ch) 14rem; gap: 3rem; }
  .contents { display: block; position: sticky; top: 24px; align-self: start; font-size: .875rem; }
  .contents ul { list-style: none; padding: 0; }
  .contents a { display: inline-block; min-height: 24px; }
  body:has(.with-contents) :is(header, main, footer) { max-width: calc(68ch + 17rem); }
}
@media (pointer: coarse) { button { min-height: 44px; } }
@media (max-width: 36em) { dl { grid-template-columns: 1fr; gap: 0; } dd { margin: 0 0 8px; } h1 { font-size: 1.5rem; line-height: 1.33; } }
@media print {
  :root { color-scheme: light; --canvas: #fff; --surface: #fff; --text: #000; --dimmed: #333; --line: #999; --link: #000;
    --done: #fff; --done-text: #000; --attention: #000; --tag: #fff; --tag-text: #000; }
  header, .skip, .tools, .contents, footer nav { display: none; }
  main { padding: 0; }
  main a[href^="http"]::after { content: " (" attr(href) ")"; }
  .panel, .panel.done, .panel.attention, .ours { border: 1px solid #999; break-inside: avoid; }
  h2 { break-after: avoid; }
  .scroll { overflow: visible; } .wide { min-width: 0; }
}
`.trim();
