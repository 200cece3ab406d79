import { addStyles } from './add-styles.ts';

/** Styles of the day's choice: not needed for the first list, so they come with the forms instead of in the page. */
const css = `
.day-field{margin:24px 0}
.day-field .label{margin-bottom:8px;font-size:var(--body);font-weight:600}
.day-picks{display:flex;flex-wrap:wrap;gap:8px}
.day-pick{flex:1 1 90px;min-height:56px;padding:6px 4px;border:1px solid var(--control);border-radius:8px;background:var(--surface);color:var(--text);font:inherit;line-height:1.3;text-align:center}
.day-pick b{display:block;font-weight:500}
.day-pick span{color:var(--muted);font-size:var(--secondary)}
.day-pick:disabled,.day-grid button:disabled{opacity:.5}
.day-pick[aria-pressed=true]{border:2px solid var(--primary);background:var(--tint);color:var(--on-tint)}
.day-pick[aria-pressed=true] b{font-weight:600}
.day-pick[aria-pressed=true] span{color:inherit}
.day-month{display:flex;gap:8px;align-items:center;margin-top:8px;color:var(--muted);font-size:var(--secondary)}
.day-grid{display:grid;grid-template-columns:repeat(7,minmax(0,1fr));gap:4px;text-align:center}
.day-grid span{padding:4px 0;color:var(--muted);font-size:var(--secondary)}
.day-grid button{min-height:48px;padding:0;border:0;border-radius:8px;background:var(--inset);color:var(--text);font:inherit}
.day-grid .next{background:var(--tint);color:var(--on-tint)}
.day-grid button:disabled{background:none;color:var(--muted)}
.day-grid button[aria-pressed=true]{background:var(--primary);color:var(--on-primary);font-weight:600}
.day-legend{display:flex;gap:10px;align-items:center;margin-top:10px;color:var(--muted);font-size:var(--secondary)}
.day-legend::before{content:'';flex:none;width:20px;height:20px;border:1px solid var(--line);border-radius:4px;background:var(--inset)}
.day-legend.next::before{background:var(--tint)}
.day-turn{display:flex;gap:16px;margin-top:8px}
`;
addStyles(css);
