/** An order asks something beside the number: the chat asks it with the answers as buttons, one after the other. */
import { type Asked, breakdownFaults, type BreakdownLine, type Dimension } from '#contracts/tasks/breakdown';
import { PRODUCT_EACH } from '#contracts/tasks/named-products';
import { formatNumber, type Lang } from '#i18n';
import type { ChatOption, ChatReply, ReportLine } from './chat-command.ts';
import { say } from './chat-words.ts';

const USUAL_MINUTES = [30, 60, 90, 120];

/**
 * The next question about a line; undefined when there is none that buttons can answer. The number goes to one kind whole:
 * what is to be divided is entered in the app.
 */
export function askBreakdown(
  language: Lang,
  line: ReportLine,
  { asks, dimensions }: Asked,
  answered: (breakdown: BreakdownLine[]) => ChatOption['command'],
): ChatReply | undefined {
  // Named products need a link each: the use case refuses them here and says where they are ticked.
  if (asks.includes(PRODUCT_EACH)) return undefined;
  const told = line.breakdown ?? [];
  const faults = breakdownFaults({ asks, dimensions }, { value: line.quantity, breakdown: told, links: [] });
  const next = faults.find(
    ({ ask, code }) => code === 'missing' && (ask === 'minutes_spent' || nameOf(dimensions, ask)),
  );
  if (!next) return undefined;
  const what = { quantity: formatNumber(line.quantity, language), words: line.words };
  if (next.ask === 'minutes_spent')
    return {
      text: say('report.minutes', language, what),
      options: USUAL_MINUTES.map((value) => ({
        label: say('report.nMinutes', language, { n: value }),
        command: answered([...told, { by: next.ask, kind: '', value }]),
      })),
    };
  const dimension = dimensions.find(({ key }) => key === next.ask);
  const name = nameOf(dimensions, next.ask, language).replace(/\?$/, '');
  return {
    text: say('report.whichKind', language, { ...what, name }),
    options: (dimension?.values ?? []).map((kind) => ({
      label: (language === 'en' && kind.nameEn) || kind.name,
      command: answered([...told, { by: next.ask, kind: kind.key, value: line.quantity }]),
    })),
  };
}

function nameOf(dimensions: readonly Dimension[], ask: string, language: Lang = 'vi'): string {
  const dimension = dimensions.find(({ key }) => key === ask);
  return (language === 'en' && dimension?.nameEn) || dimension?.name || '';
}
