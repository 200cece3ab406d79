/** Adds rules that come with a screen. Not put into the page as text, which the page's policy would refuse. */
export function addStyles(css: string): void {
  if ('adoptedStyleSheets' in document && 'replaceSync' in CSSStyleSheet.prototype) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return;
  }
  // Older phones: rule by rule into the page's own sheet, which asks for no leave.
  const own = document.styleSheets[0];
  for (const rule of rulesOf(css)) own?.insertRule(rule, own.cssRules.length);
}

/** Top-level rules of a style sheet without strings that hold braces. */
function rulesOf(text: string): string[] {
  const rules: string[] = [];
  let depth = 0;
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '{') depth += 1;
    if (text[i] !== '}' || --depth > 0) continue;
    rules.push(text.slice(from, i + 1).trim());
    from = i + 1;
  }
  return rules;
}
