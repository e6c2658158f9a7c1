/** The pages' style: plain, readable on a phone, light and dark by the device. Colours keep 4.5:1 for text, 3:1 for borders. */
export const css = `
:root {
  color-scheme: light dark;
  --canvas: light-dark(#f8fafb, #141a1d);
  --surface: light-dark(#ffffff, #1d2327);
  --text: light-dark(#191f23, #e6eaed);
  --quiet: light-dark(#545c62, #b8bfc4);
  --line: light-dark(#858d92, #7c848b);
  --link: light-dark(#056d86, #5ec3e4);
  --fill: light-dark(#056d86, #04809e);
  --danger: light-dark(#ba242b, #d6383a);
  --warning: light-dark(#fff1d1, #5a3409);
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--canvas); color: var(--text); font: 1rem/1.5 system-ui, sans-serif; }
header, main, footer { max-width: 34rem; margin: 0 auto; padding: 1rem; }
header { background: var(--warning); max-width: none; text-align: center; }
header p { margin: 0; }
.mark { font-weight: 700; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 1rem 0; overflow-wrap: anywhere; }
h2 { font-size: 1.125rem; margin: 0 0 .5rem; overflow-wrap: anywhere; }
a { color: var(--link); }
p, dd { overflow-wrap: anywhere; }
section, fieldset { background: var(--surface); border: 1px solid var(--line); border-radius: 8px; margin: 0 0 1rem; padding: 1rem; }
legend { font-weight: 600; padding: 0 .25rem; }
.choice { display: flex; gap: .75rem; align-items: flex-start; padding: .5rem 0; min-height: 2.75rem; cursor: pointer; }
.choice input { width: 1.25rem; height: 1.25rem; margin: .125rem 0 0; flex: none; accent-color: var(--fill); }
.choice strong, .choice span span { display: block; }
.quiet { color: var(--quiet); }
.actions { display: flex; flex-wrap: wrap; gap: .75rem; }
button { font: inherit; font-weight: 600; min-height: 2.75rem; padding: .5rem 1.25rem; border-radius: 6px; border: 1px solid var(--line); background: var(--surface); color: var(--text); cursor: pointer; }
button.main { background: var(--fill); border-color: var(--fill); color: #fff; }
button.danger { background: var(--danger); border-color: var(--danger); color: #fff; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
dl { margin: 0 0 1rem; } dt { font-weight: 600; } dd { margin: 0 0 .5rem; }
code, pre { font-family: ui-monospace, monospace; font-size: .9375rem; }
main.control, main.control + footer { max-width: 60rem; }
footer nav { display: flex; flex-wrap: wrap; gap: 1rem; }
.control h3 { font-size: 1rem; margin: 0; }
.control section { padding: 1rem 1.25rem; }
.control section > ul { list-style: none; margin: 0; padding: 0; }
.cards { display: grid; gap: .75rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 24rem), 1fr)); }
.card { display: flex; gap: .75rem; align-items: flex-start; }
li.card { border: 1px solid var(--line); border-radius: 8px; padding: .75rem; }
.card p, .card dl { margin: 0; }
.card > :last-child { min-width: 0; flex: 1; }
.card img { border-radius: 50%; flex: none; }
.card dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; }
.card dd { margin: 0; min-width: 0; }
.changed { border-left: 3px solid var(--link); padding-left: .5rem; }
.said { background: var(--warning); border-radius: 6px; padding: .75rem 1rem; margin: 0 0 1rem; }
.presets { list-style: none; margin: 0; padding: 0; display: grid; gap: .75rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 24rem), 1fr)); }
.presets li { display: grid; gap: .25rem; align-content: start; }
.presets button { justify-self: start; }
.fields { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 14rem), 1fr)); align-items: end; }
.fields label { display: grid; gap: .25rem; font-weight: 600; }
.control form > .quiet { margin: .75rem 0; }
.control .actions { margin: .75rem 0 0; }
.control fieldset { margin: 0; }
select, .fields input { font: inherit; font-weight: 400; min-height: 2.75rem; width: 100%; padding: .5rem; border: 1px solid var(--line); border-radius: 6px; background: var(--surface); color: var(--text); }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { text-align: left; padding: .375rem .75rem .375rem 0; white-space: nowrap; }
thead th { border-bottom: 1px solid var(--line); }
@media (max-width: 30rem) { .card dl { grid-template-columns: 1fr; } .card dd { margin-bottom: .5rem; } }
pre { white-space: pre-wrap; overflow-wrap: anywhere; border: 1px solid var(--line); border-radius: 6px; padding: .75rem; }
`;
