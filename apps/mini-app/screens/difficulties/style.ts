/** Styles of difficulties and know-how come with these screens. */
import { addStyles } from '../../ui/add-styles.ts';

const css = `
.two-lines{display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:2;overflow:hidden}
.clock{display:flex;margin-top:12px;gap:12px;padding:12px 14px;border-radius:8px;background:var(--wait-bg);color:var(--wait)}
.clock.over{background:var(--late-bg);color:var(--late)}
.clock .icon{flex:none;margin-top:2px;color:inherit}
.clock p>*{display:block}
.story{margin:0;padding:14px;list-style:none}
.story li{position:relative;display:flex;gap:14px;padding-bottom:20px}
.story li:last-child{padding-bottom:0}
.story li:not(:last-child)::before{content:'';position:absolute;top:36px;bottom:0;left:15px;width:2px;background:var(--line)}
.story .point{display:grid;flex:none;width:32px;height:32px;place-items:center;border-radius:50%;background:var(--inset);color:var(--muted)}
.story .point.tint{background:var(--tint);color:var(--on-tint)}
.story .point .icon{color:inherit}
.story .grow>*{display:block}
.story .muted{font-size:var(--secondary)}
.story .said{margin-top:8px;padding:12px 14px;border-radius:4px 12px 12px 12px;background:var(--new-bg)}
.story .where{display:flex;gap:6px;margin-top:6px}
.story .where .icon{flex:none}
.story .shots{display:flex;flex-wrap:wrap;gap:8px;margin-top:8px}
.story .shots img{width:96px;height:72px;border-radius:8px;object-fit:cover}
.tabs-two{display:grid;grid-template-columns:1fr 1fr;gap:8px;margin-bottom:14px}
.known{margin-top:12px}
.known>b,.known>.pre,.known>.muted{display:block}
.known .button{margin:4px 0 0 -12px}
.known .pre{margin-top:4px}
.known .chip{display:inline-flex;margin-top:8px}
.known .muted{margin-top:8px;font-size:var(--secondary)}
.known mark{background:var(--wait-bg);color:var(--wait);border-radius:3px}
.find{display:flex;align-items:center;gap:8px;padding-left:14px;border:1px solid var(--control);border-radius:8px;background:var(--surface)}
.find:focus-within{outline:3px solid var(--focus);outline-offset:1px}
.find input:focus-visible{outline:none}
.find input::-webkit-search-cancel-button{display:none}
.find+p{margin:8px 0 0 4px;font-size:var(--secondary)}
.find input{flex:1;min-width:0;min-height:50px;border:0;background:none;color:inherit;font:inherit}
.below{margin:16px 0 8px;text-align:center}
.action-bar .field{margin:0 0 12px}
.kept{margin:0 0 12px}
`;

addStyles(css);
