/**
 * What a migration after the first release must not do to tables that are full and in use (docs/upgrades.md). A line that has
 * to do it all the same says why, in a comment in front of it: `-- lock: …` or `-- contract: …`.
 */
interface Rule {
  what: RegExp;
  instead: string;
  /** The comment by which it is allowed. */
  unless: 'lock' | 'contract';
}

const rules: Rule[] = [
  {
    what: /\bcreate\s+(?:unique\s+)?index\s+(?!concurrently\b)/,
    instead:
      'stops all writing for as long as it takes: create index concurrently, in a migration with transaction = false',
    unless: 'lock',
  },
  {
    what: /\balter\s+(?:column\s+)?[\w"]+\s+(?:set\s+data\s+)?type\b/,
    instead: 'writes the whole table anew: add a column, fill it in steps, read both',
    unless: 'lock',
  },
  {
    what: /\badd\s+(?:column\s+)?(?:if\s+not\s+exists\s+)?[\w"]+\s[^,;]*(?:\bgenerated\b|\bserial\b|\bbigserial\b|default\s+(?:gen_random_uuid|clock_timestamp|random|uuidv7)\b)/,
    instead: 'writes the whole table anew: add it empty, fill it in steps',
    unless: 'lock',
  },
  {
    what: /\balter\s+(?:column\s+)?[\w"]+\s+set\s+not\s+null\b/,
    instead:
      'reads the whole table while nobody may: a check (… is not null) not valid, validate it, then set not null',
    unless: 'lock',
  },
  {
    what: /\badd\s+(?:column\s+)?(?!constraint\b|check\b|foreign\b|unique\b|primary\b|exclude\b)[\w"]+\s[^,;]*\b(?:check|references)\b/,
    instead: 'reads the whole table while nobody may: the column first, then its constraint, not valid',
    unless: 'lock',
  },
  {
    what: /\badd\s+(?:constraint\s+[\w"]+\s+)?(?:check|foreign\s+key)\b(?![^;]*?\bnot\s+valid\b)/,
    instead: 'reads the whole table while nobody may write: not valid, and validate constraint in the next migration',
    unless: 'lock',
  },
  {
    what: /\badd\s+(?:constraint\s+[\w"]+\s+)?(?:unique|primary\s+key|exclude)\b(?!\s+using\s+index)/,
    instead: 'makes an index while nobody may write: create unique index concurrently, then add … using index',
    unless: 'lock',
  },
  {
    what: /^\s*(?:update|delete\s+from|insert\s+into)\s/,
    instead: 'changes rows of a table that is in use: in small steps by the worker, or it says how few they are',
    unless: 'lock',
  },
  {
    what: /\b(?:lock\s+table|cluster\s|vacuum\s+full|truncate\s)/,
    instead: 'keeps everybody out',
    unless: 'lock',
  },
  {
    what: /\bdrop\s+(?:table|column|view|function)\b|\bdrop\s+(?!constraint\b|not\b|default\b|index\b|trigger\b|identity\b|expression\b)[\w"]+\s*(?:,|$)|\brename\b/,
    instead: 'takes away what processes of the last release still ask for: it says since which release nothing does',
    unless: 'contract',
  },
];

/** SQL of `up`, as it stands in the template strings. */
function upOf(source: string): string {
  const [, up = ''] = /async up\([^)]*\)[^{]*\{([\s\S]*?)(?=\n {2}(?:async )?down\()/.exec(source) ?? [];
  const code = up.replace(/(^|\s)\/\/ .*$/gm, '$1');
  return [...code.matchAll(/`([^`]*)`|'((?:[^'\\]|\\.)*)'/g)].map(([, long, short]) => long ?? short ?? '').join(';\n');
}

/** The statement with what it is about: comments in front of it belong to it. */
function statementsOf(sql: string): { text: string; comments: string }[] {
  const plain = sql.replace(/\$(\w*)\$[\s\S]*?\$\1\$/g, "''");
  return plain.split(';').map((statement) => ({
    comments: [...statement.matchAll(/--(.*)$/gm)].map(([, comment = '']) => comment.trim()).join('\n'),
    text: statement.replace(/--.*$/gm, '').replace(/\s+/g, ' ').trim().toLowerCase(),
  }));
}

const nameAfter =
  /\b(?:create\s+table|alter\s+table(?:\s+only)?|update|delete\s+from|insert\s+into|on|table)\s+(?:if\s+(?:not\s+)?exists\s+)?"?(\w+)"?/;

/** One sentence for each thing that would keep members waiting, or break the release before. */
export function faultsOf(source: string): string[] {
  const statements = statementsOf(upOf(source));
  const made = new Set(
    statements.flatMap(({ text }) => /^create\s+table\s+(?:if\s+not\s+exists\s+)?"?(\w+)"?/.exec(text)?.[1] ?? []),
  );
  const found = statements.flatMap(({ text, comments }) => {
    if (/^create\s+(?:or\s+replace\s+)?(?:function|view|trigger|table)\b/.test(text)) return [];
    const table = (/\bindex\b/.test(text) ? /\bon\s+"?(\w+)"?/ : nameAfter).exec(text)?.[1];
    // What this migration has made is empty, and asked for by nobody.
    if (table && made.has(table)) return [];
    return rules
      .filter(({ what, unless }) => what.test(text) && !new RegExp(`^${unless}: \\S`, 'm').test(comments))
      .map(({ instead }) => `${text.slice(0, 80)} … ${instead}`);
  });
  return [
    ...found,
    ...transactionFaults(
      source,
      statements.map(({ text }) => text),
    ),
  ];
}

function transactionFaults(source: string, texts: string[]): string[] {
  const isOutside = /\btransaction = false\b/.test(source);
  const beside = texts.filter((text) => /\bindex concurrently\b/.test(text));
  if (beside.length > 0 && !isOutside) return ['create index concurrently needs transaction = false'];
  if (!isOutside) return [];
  const others = texts.filter((text) => text && !/\bindex concurrently\b|^(?:set|reset) lock_timeout\b/.test(text));
  const again = beside.filter((text) => text.startsWith('create'));
  const dropped = beside.filter((text) => text.startsWith('drop index concurrently if exists'));
  return [
    ...others.map((text) => `${text.slice(0, 80)} … is half done when it fails: outside of a transaction only indexes`),
    ...(dropped.length < again.length
      ? ['what a failed attempt has left is dropped first: drop index concurrently if exists']
      : []),
  ];
}
