import { addStyles } from '../add-styles.ts';

/** Styles of the look at a photo: they come with it. The head is dark in both themes, as around any picture. */
const css = `
.photo-check{width:100%;max-width:none;height:100%;max-height:none;margin:0;padding:0;border:0;background:var(--bg);color:var(--text)}
.photo-check[open]{display:flex;flex-direction:column}
.check-bar{display:flex;align-items:center;min-height:56px;padding:4px max(4px,calc((100% - 640px)/2));padding-top:calc(4px + var(--safe-top));background:#0f161d;color:#fff}
.check-bar h1{flex:1;padding:0 12px 0 4px;font-size:var(--title);line-height:1.44}
.check-bar :focus-visible{outline-color:#ffd54a;box-shadow:none}
.check-main{flex:1;min-height:0;overflow:auto}
.check-photo{position:relative;max-width:min(640px,100%);margin:0 auto}
.check-photo canvas{display:block;width:100%;height:auto;touch-action:none}
.check-frame{position:absolute;min-width:28px;min-height:28px;padding:0;border:4px solid #ffd54a;border-radius:10px;box-shadow:0 0 0 1px rgba(15,22,29,.6)}
.check-frame b{position:absolute;right:-14px;top:-14px;width:28px;height:28px;border-radius:14px;background:#ffd54a;color:#15202b;font-size:15px;line-height:28px;text-align:center}
.check-frame[aria-pressed=false]{border-style:dashed}
.check-frame[aria-pressed=false] b{background:#fff}
.check-frame:focus-visible{outline:3px solid #fff;outline-offset:1px}
.check-paper{position:absolute;inset:0;width:100%;height:100%;pointer-events:none}
.check-paper polygon{fill:none;stroke:#ff8a80;stroke-width:5;stroke-dasharray:14 9;stroke-linejoin:round;vector-effect:non-scaling-stroke}
.check-undo{position:absolute;left:8px;bottom:8px;display:flex;align-items:center;gap:8px;min-height:48px;padding:8px 14px;border-radius:24px;background:#0f161d;color:#fff;font-size:var(--secondary)}
.check-words{display:grid;gap:6px;max-width:640px;margin:0 auto;padding:16px}
.check-words h2{display:flex;align-items:center;gap:10px;font-size:var(--title);line-height:1.33}
.check-words h2.bad{color:var(--late)}
.check-words .muted{display:flex;align-items:center;gap:10px}
.check-foot{display:grid;gap:8px;padding:12px max(16px,calc((100% - 608px)/2)) calc(12px + var(--safe-bottom));background:var(--surface);border-top:1px solid var(--line)}
.check-foot .two{display:grid;margin:0;grid-template-columns:repeat(2,minmax(0,1fr));gap:8px}
.check-foot .two .button{padding-inline:8px}
`;
addStyles(css);

/** Drawings that only this screen has. */
export const drawn = {
  lock: 'M6.5 10.5h11a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1h-11a1 1 0 0 1-1-1v-7a1 1 0 0 1 1-1ZM8.5 10.5V8a3.5 3.5 0 0 1 7 0v2.5',
  face: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM8.5 14.2c.8 1.4 2 2 3.5 2s2.7-.6 3.5-2M9 9.3v.6M15 9.3v.6',
} as const;
