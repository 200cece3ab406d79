/** Looks of the page of fake phones: columns side by side where there is room, one above the other on a narrow screen. */
export const pageStyle = `
:root { --text: #15202b; --muted: #51606d; --line: #dfe5ea; --bg: #eef2f6; --surface: #fff; --accent: #0b5cad; --mine: #d8ebff; --wall: #f4f6f8; --focus: #b86e00; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--bg); color: var(--text); font: 15px/1.45 'Be Vietnam Pro', system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif; }
header { max-width: 1640px; margin: 0 auto; padding: 20px 16px 4px; }
h1 { margin: 0 0 4px; font-size: 24px; }
h1 small { font-weight: 400; font-size: 15px; color: var(--muted); }
header p { margin: 0 0 8px; max-width: 80ch; }
[lang=en] { color: var(--muted); }
a { color: var(--accent); }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
main { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 252px), 1fr)); gap: 16px; max-width: 1640px; margin: 0 auto; padding: 12px 16px 32px; }
.switches { display: flex; flex-wrap: wrap; gap: 8px; margin: 8px 0; }
.switches button, .hints button { font: inherit; font-size: 13px; min-height: 32px; padding: 4px 12px; border: 1px solid #7a8894; border-radius: 16px; background: var(--surface); color: var(--text); cursor: pointer; }
.switches i { display: inline-block; width: 9px; height: 9px; margin-right: 7px; border-radius: 50%; background: #c6d0d8; }
.switches [aria-pressed=true] { background: #fff1d6; border-color: #b86e00; color: #7a4b00; }
.switches [aria-pressed=true] i { background: #c8102e; }
.phone { display: flex; flex-direction: column; min-width: 0; padding: 12px; border: 1px solid var(--line); border-radius: 24px; background: var(--surface); box-shadow: 0 1px 3px rgba(16, 32, 48, .08); }
h2 { margin: 0 4px 8px; font-size: 16px; }
h2 small { display: block; font-weight: 400; font-size: 13px; color: var(--muted); }
.bar { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 12px; padding: 10px 14px; border-radius: 14px 14px 0 0; background: var(--accent); color: #fff; font-size: 13px; }
ol { flex: none; height: 440px; margin: 0; padding: 12px; overflow-y: auto; list-style: none; background: var(--wall); }
.write + details, ol + details { margin-top: 8px; }
li { display: flex; flex-direction: column; align-items: flex-start; margin-bottom: 10px; }
li > div:first-child { max-width: 92%; padding: 8px 12px 4px; border-radius: 4px 14px 14px 14px; background: var(--surface); box-shadow: 0 1px 1px rgba(16, 32, 48, .12); overflow-wrap: anywhere; }
li.person { align-items: flex-end; }
li.person > div:first-child { border-radius: 14px 4px 14px 14px; background: var(--mine); }
li.platform { align-items: center; }
li.platform > div:first-child { border-radius: 12px; background: #dfe5ea; font-size: 13px; }
li.none { align-items: center; color: var(--muted); }
li p { margin: 0; white-space: pre-line; }
li b { display: block; margin-bottom: 4px; }
time { display: block; text-align: right; font-size: 11px; color: var(--muted); }
.buttons { display: flex; flex-wrap: wrap; gap: 4px; width: 92%; margin-top: 4px; }
.buttons form { flex: 1; }
.buttons button, .buttons a { display: block; flex: 1 1 100%; width: 100%; min-height: 40px; padding: 9px 10px; border: 0; border-radius: 10px; background: #e3f0ff; color: #0b4a8f; font: inherit; font-weight: 600; text-align: center; text-decoration: none; cursor: pointer; }
.buttons button:disabled { opacity: .5; }
.hints { display: flex; flex-wrap: wrap; gap: 6px; padding: 8px 0 0; }
.write { display: flex; gap: 6px; padding-top: 8px; }
.write input[name=text] { flex: 1; min-width: 0; min-height: 40px; padding: 8px 14px; border: 1px solid #7a8894; border-radius: 20px; font: inherit; }
.write button { width: 40px; border: 0; border-radius: 50%; background: var(--accent); color: #fff; font-size: 16px; cursor: pointer; }
.session { display: block; margin-top: 8px; padding: 9px; border: 1px solid var(--accent); border-radius: 10px; text-align: center; text-decoration: none; }
details { margin-top: 8px; font-size: 13px; color: var(--muted); }
details p { margin: 4px 0 0; }
summary { cursor: pointer; }
.zalo-oa { --accent: #0a55c7; --mine: #d5e8ff; --wall: #eaeef3; }
.zalo-bot { --accent: #0a55c7; --mine: #d5e8ff; --wall: #eaeef3; }
.telegram, .telegram-group { --accent: #23719c; --mine: #e2f6d4; --wall: #dfe9ef; }
.email { --accent: #51606d; }
.email li > div:first-child { max-width: 100%; width: 100%; border-radius: 8px; }
.email .buttons a { background: #0b5cad; color: #fff; }
.email .buttons, .web-push .buttons { width: 100%; }
.web-push { --accent: #15202b; --wall: #2c3a47; }
.web-push li > div:first-child { max-width: 100%; width: 100%; border-radius: 14px; }
.web-push li.none { color: #dbe9f8; }
@media (max-width: 640px) { main { grid-template-columns: 1fr; padding: 8px; } ol { height: auto; max-height: 70vh; min-height: 120px; } }
`;
