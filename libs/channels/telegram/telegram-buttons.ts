/**
 * The same link as three kinds of button: the mini-app inside Telegram (private chats only), the bot's direct link that
 * opens the mini-app (groups), or the plain address where the mini-app is not set up.
 */
import type { ChatAction, Rendered } from '../channel.ts';
import { isGroup } from './telegram-address.ts';

export interface MiniAppPlace {
  /** Where the mini-app is served: https, ends in "/". */
  url: string;
  /** "https://t.me/<bot>/<app>"; absent where none is registered. */
  directLink?: string;
}

type Button = { text: string } & ({ web_app: { url: string } } | { url: string } | { callback_data: string });

const START_PARAM = /^[\w-]{1,512}$/;

/** One or two segments: "/cai-dat", "/viec/<id>", "/moi/<code>"; the second may hold underscores of its own. */
const PATH = /^([A-Za-z0-9-]+)(?:\/([\w-]+))?$/;
const PARAM = /^([A-Za-z0-9-]+)(?:_([\w-]+))?$/;

/** "#/viec/<id>" as "viec_<id>": the alphabet of start parameters knows no slash. Undefined where it cannot be said. */
export function startParamOf(url: string): string | undefined {
  const [, first, second] = PATH.exec(/#\/([^?#]*)$/.exec(url)?.[1] ?? '') ?? [];
  const param = second ? `${first}_${second}` : (first ?? '');
  return START_PARAM.test(param) ? param : undefined;
}

/** The way back: "viec_<id>" as "/viec/<id>"; undefined for anything that `startParamOf` does not make. */
export function pathOfStartParam(param: string): string | undefined {
  const [, first, second] = (START_PARAM.test(param) && PARAM.exec(param)) || [];
  return first && (second ? `/${first}/${second}` : `/${first}`);
}

/** More answers than these stand below each other: a phone cuts their words off otherwise. */
const SIDE_BY_SIDE = 2;

export function keyboardOf(
  part: Rendered,
  chatId: string,
  miniApp: MiniAppPlace | undefined,
): { inline_keyboard: Button[][] } | undefined {
  const buttonOf = ({ label, data }: ChatAction): Button => ({ text: label, callback_data: data });
  const actions = (part.actions ?? []).filter(({ wide }) => !wide).map(buttonOf);
  const wide = (part.actions ?? []).filter(({ wide }) => wide).map(buttonOf);
  const links = (part.buttons ?? []).map(({ label, url }): Button => linkButton(label, url, isGroup(chatId), miniApp));
  const rows = [
    ...(actions.length > SIDE_BY_SIDE ? actions.map((button) => [button]) : [actions]),
    ...wide.map((button) => [button]),
    ...links.map((button) => [button]),
  ].filter(({ length }) => length > 0);
  return rows.length > 0 ? { inline_keyboard: rows } : undefined;
}

function linkButton(text: string, url: string, group: boolean, miniApp: MiniAppPlace | undefined): Button {
  const inside = miniApp !== undefined && miniApp.url.startsWith('https://') && url.startsWith(miniApp.url);
  const param = startParamOf(url);
  if (inside && !group) return { text, web_app: { url: param ? `${miniApp.url}?startapp=${param}` : miniApp.url } };
  if (inside && miniApp.directLink)
    return { text, url: param ? `${miniApp.directLink}?startapp=${param}` : miniApp.directLink };
  return { text, url };
}

/** Undefined when every button's data fits the 1 to 64 bytes that Telegram carries. */
export function badAction(part: Rendered): string | undefined {
  return part.actions?.find(({ data }) => data.length === 0 || Buffer.byteLength(data) > 64)?.label;
}
