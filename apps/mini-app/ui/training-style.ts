import { addStyles } from './add-styles.ts';

/** Styles of training's screens: not needed for the first list, so they come with the screens instead of in the page. */
const css = `
.date-block.tint{background:var(--tint);color:var(--on-tint)}
.when{display:flex;align-items:center;gap:14px;margin-top:16px}
.when p>*{display:block}
.seats{display:flex;flex-wrap:wrap;gap:6px;margin:8px 0 6px}
.seats .avatar{background:var(--tint);color:var(--on-tint)}
.seats .free{border:1.5px dashed var(--control);color:var(--muted)}
.fact .pre,.fact .strong-line{font-size:var(--body);line-height:1.5}
.fact .strong-line{font-weight:600}
.fact .link{display:inline-flex;align-items:center;gap:8px}
.fact .link .icon{color:inherit}
.card+.button.wide{margin-top:16px}
.moved{display:block;margin:-16px -16px 16px;padding:12px 16px 14px;background:var(--wait-bg);color:var(--wait);border-bottom:1px solid var(--wait-line)}
.moved.off{background:var(--late-bg);color:var(--late);border-color:transparent}
.moved p{display:flex;gap:12px;margin-bottom:10px}
.moved b{display:block}
.moved .button{background:var(--surface)}
.state-card{display:flex;gap:12px;margin-bottom:12px;padding:12px 14px;border-radius:8px;background:var(--done-bg);color:var(--done)}
.state-card.wait{background:var(--wait-bg);color:var(--wait)}
.state-card.late{background:var(--late-bg);color:var(--late)}
.state-card p{flex:1;min-width:0}
.wide-line{width:100%;margin:0}
.code-screen main{display:grid;justify-items:center;align-content:start;gap:6px;text-align:center;grid-template-columns:minmax(0,1fr)}
.code-block{display:grid;justify-items:center;gap:6px;text-align:center;grid-template-columns:minmax(0,1fr)}
.code-block>.state-card{width:100%;text-align:left}
.code-screen h2{font-size:var(--title);line-height:1.44}
.qr-card{width:min(294px,100%);margin:10px 0 8px;padding:0;background:#fff;border:1px solid var(--line);border-radius:16px;overflow:hidden;line-height:0}
.qr-card svg{display:block;width:100%;height:auto}
.qr-card.big{width:min(320px,100%)}
.life{width:min(220px,80%);height:4px;border-radius:2px;background:var(--track);overflow:hidden}
.life i{display:block;height:4px;background:var(--primary)}
.digits{display:flex;align-items:center;justify-content:center;gap:4px}
.digits b{font-size:calc(40px * var(--k));line-height:1.2;font-variant-numeric:tabular-nums;white-space:nowrap}
.digits .icon-button{color:var(--primary)}
.read{margin-top:10px}
.who-bar{display:flex;align-items:center;gap:12px;padding:12px max(16px,calc((100% - 608px)/2)) calc(12px + var(--safe-bottom));background:var(--surface);border-top:1px solid var(--line);position:sticky;bottom:0}
.who-bar .avatar{background:var(--tint);color:var(--on-tint)}
.who-bar p>*{display:block}
.camera{position:relative;width:100%;max-width:420px;margin:8px auto;border-radius:16px;overflow:hidden;background:#0f161d}
.camera video{display:block;width:100%;aspect-ratio:1;object-fit:cover}
.camera::after{content:'';position:absolute;inset:14%;border:3px solid #fff;border-radius:12px}
.counts{display:grid;grid-template-columns:repeat(3,minmax(0,1fr));gap:8px;margin:14px 0 0}
.counts div{padding:8px 4px;border-radius:8px;background:var(--inset);text-align:center}
.counts dt{color:var(--muted);font-size:var(--secondary);line-height:1.43}
.counts dd{font-size:var(--screen);line-height:1.36;font-weight:600;font-variant-numeric:tabular-nums}
.counts .waits{background:var(--wait-bg)}
.counts .waits dt,.counts .waits dd{color:var(--wait)}
.ways{display:grid;grid-template-columns:repeat(4,minmax(0,1fr));gap:6px;margin-bottom:16px}
.ways button{min-height:52px;padding:4px 2px;border:1px solid var(--control);border-radius:8px;background:var(--surface);font-size:var(--secondary);line-height:1.36}
.ways [aria-pressed='true']{background:var(--tint);border-color:var(--primary);box-shadow:inset 0 0 0 1px var(--primary);color:var(--on-tint);font-weight:600}
.six{font-size:calc(32px * var(--k))!important;text-align:center;font-weight:600;font-variant-numeric:tabular-nums}
.faces{display:grid;gap:10px;margin-top:16px}
.face{display:flex;align-items:center;gap:16px;width:100%;min-height:72px;padding:10px 16px;background:var(--surface);border:1px solid var(--control);border-radius:12px;font-weight:600;text-align:left}
.face .icon{color:var(--primary)}
.face:active{background:var(--tint)}
.drawing{flex:none;width:44px;height:44px;padding:8px;border-radius:8px;background:var(--tint);color:var(--on-tint);fill:none;stroke:currentColor;stroke-width:1.75;stroke-linecap:round;stroke-linejoin:round}
.drawing.large{width:96px;height:96px;padding:14px;border-radius:16px;stroke-width:1.25;margin:4px 0 8px}
.steps.numbered{list-style:none;padding:0;counter-reset:step}
.steps.numbered li{display:flex;gap:12px;padding:12px 0;counter-increment:step}
.steps.numbered li+li{border-top:1px solid var(--line)}
.steps.numbered li::before{content:counter(step);flex:none;width:28px;height:28px;border-radius:14px;background:var(--tint);color:var(--on-tint);font-weight:600;line-height:28px;text-align:center}
.verdict{display:grid;justify-items:center;gap:8px;padding:20px 4px 12px;text-align:center}
.verdict .state-disc{margin:0}
.verdict.holds .state-disc{background:var(--done-bg);color:var(--done)}
.verdict.ended .state-disc{background:var(--late-bg);color:var(--late)}
.field select{display:block;width:100%;min-height:52px;padding:12px 14px;background:var(--surface);border:1px solid var(--control);border-radius:8px}
.certificate-code{font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
.card .two .button{padding-inline:8px}
.certificate{padding:0}
.certificate+.certificate{margin-top:12px}
.certificate .two{padding:0 14px 14px}
.stack{display:grid;gap:12px}
.address{margin:8px 0 14px;padding:10px 12px;border-radius:8px;background:var(--inset);font-size:var(--secondary)}
.facts .fact{display:block}
.facts dd{margin:0}
.facts+.button{margin-top:16px}
.ask-code{width:100%;text-align:left}
.verdict.waits .state-disc{background:var(--wait-bg);color:var(--wait)}
.ways .icon{display:block;margin:2px auto 4px}
`;
addStyles(css);

/** Drawings that only these screens have; 24 grid like the others. */
export const drawn = {
  person: 'M12 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM6 19.5c.3-3.4 2.6-5.2 6-5.2s5.7 1.8 6 5.2Z',
  calendarPlus:
    'M5 6h14a1 1 0 0 1 1 1v12a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V7a1 1 0 0 1 1-1ZM4 10.5h16M8.5 3.5V8M15.5 3.5V8M12 12.7v5M9.5 15.2h5',
  qr: 'M4.5 4.5h6v6h-6ZM13.5 4.5h6v6h-6ZM4.5 13.5h6v6h-6ZM13.5 13.5h2.5v2.5M19.5 13.5v.1M16.5 19.5h3v-3M13.5 19.5v.1',
  digits:
    'M5.5 5h13a1.5 1.5 0 0 1 1.5 1.5v11a1.5 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 4 17.5v-11A1.5 1.5 0 0 1 5.5 5ZM7.8 9.5v.1M12 9.5v.1M16.2 9.5v.1M7.8 14.5v.1M12 14.5v.1M16.2 14.5v.1',
  download: 'M12 4v11M7.5 11 12 15.5 16.5 11M5 19.5h14',
  door: 'M6 20.5V4.5l9-1.5v18l-9-1.5M15 5h3.5v15.5H15M3.5 20.5H6M11.5 12v.8',
  sad: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM8.5 16c.8-1.4 2-2 3.5-2s2.7.6 3.5 2M9 9.5v.6M15 9.5v.6',
  plain: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM8.5 15h7M9 9.5v.6M15 9.5v.6',
  glad: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM8 13.8c.8 1.8 2.2 2.7 4 2.7s3.2-.9 4-2.7ZM9 9.3v.6M15 9.3v.6',
  certificate:
    'M6.5 3.5h11a1 1 0 0 1 1 1v9M5.5 19.5v-15M5.5 19.5h5M9 8h6.5M9 11.5h4M16 19.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM14.3 19l-.6 3 2.3-1 2.3 1-.6-3',
} as const;
