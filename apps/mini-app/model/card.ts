/** My card on this phone: its key never leaves it, its code is made here without a network. */
import { signal } from './signals.ts';
import { type MemberCard, type MyCard, ours, shrinkPhoto, take } from '#client';
import { type CardKeys, makeCardKey, publicHalf } from '#contracts/membership/card-codes';
import { api, apiBase, apiOrigin } from './api.ts';
import { host } from './device/host.ts';
import { read, write } from './local.ts';
import { session, token } from './sign-in/session.ts';
import { failureCode } from './tasks.ts';

const STORE = 'keys';
/** Of somebody else's doing: the phone makes itself no other. */
export const TAKEN_AWAY = 'card.takenAway';
/** The card that this phone can sign for, as the server last gave it. */
export const card = signal<MemberCard | undefined>(undefined);
export const cardFailed = signal<string | undefined>(undefined);
/** When I asked for a card on paper that nobody has printed yet. */
export const paperAskedAt = signal<string | null>(null);
interface KeptPhoto {
  id: string;
  data: string;
}
const PHOTO = 'snapshot.cardPhoto';
/** My picture on the card, kept on the phone as the card is. */
export const cardPhoto = signal<KeptPhoto | undefined>(read(PHOTO));

function run<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('to-so-card', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const request = work(opening.result.transaction(STORE, mode).objectStore(STORE));
      request.onsuccess = () => {
        opening.result.close();
        resolve(request.result);
      };
      request.onerror = () => reject(request.error);
    };
  });
}

/** By person and team: another person's key on the same phone signs nothing for me. */
const keyName = (teamId: string): string => `${session.value?.personId ?? ''} ${teamId}`;
const snapshot = (teamId: string): string => `snapshot.card.${teamId}`;

export const keysOf = (teamId: string): Promise<CardKeys | undefined> =>
  run<CardKeys | undefined>('readonly', (store) => store.get(keyName(teamId))).catch(() => undefined);

/** Never throws: without a network the card stays as it was. */
export async function loadCard(teamId: string): Promise<void> {
  card.value = read(snapshot(teamId));
  cardPhoto.value = read(PHOTO);
  cardFailed.value = undefined;
  try {
    const params = { path: { teamId } };
    const keys = await keysOf(teamId);
    const known = await take(api.GET('/teams/{teamId}/my-card', { params }));
    const isOurs = keys && known.publicKey === (await publicHalf(keys));
    paperAskedAt.value = known.paperAskedAt ?? null;
    keep(teamId, (isOurs && known.card) || (await register(teamId)));
  } catch (error) {
    cardFailed.value = failureCode(error);
    if (cardFailed.value === TAKEN_AWAY) keep(teamId, undefined);
  }
}

async function register(teamId: string): Promise<MemberCard> {
  const keys = await makeCardKey();
  const given = await take(
    api.POST('/teams/{teamId}/my-card', {
      params: { path: { teamId }, header: { 'Idempotency-Key': crypto.randomUUID() } },
      body: { publicKey: await publicHalf(keys) },
    }),
  );
  await run('readwrite', (store) => store.put(keys, keyName(teamId)));
  return given;
}

function keep(teamId: string, given: MemberCard | undefined): void {
  card.value = given;
  write(snapshot(teamId), given);
  void keepPhoto(given?.photo ?? undefined);
}

/** Fetched once: without a network the card shows it too. */
async function keepPhoto(photo: MemberCard['photo'] | undefined): Promise<void> {
  if (photo?.id === cardPhoto.value?.id) return;
  cardPhoto.value = undefined;
  write(PHOTO, undefined);
  if (!photo) return;
  const answer = await fetch(apiOrigin + photo.url)
    .then(ours)
    .catch(() => undefined);
  if (!answer?.ok) return;
  const reader = new FileReader();
  reader.onload = () => {
    cardPhoto.value = { id: photo.id, data: String(reader.result) };
    write(PHOTO, cardPhoto.value);
  };
  reader.readAsDataURL(await answer.blob());
}

function said(teamId: string, { card: given, paperAskedAt: asked }: MyCard): void {
  paperAskedAt.value = asked ?? null;
  if (given) keep(teamId, given);
}

/** My own face: nobody else's is in it to be covered. False when no picture was chosen. @throws when there is no network */
export async function addCardPhoto(teamId: string): Promise<boolean> {
  const { pickImages } = await host();
  const [file] = await pickImages({ multiple: false });
  if (!file) return false;
  const { blob } = await shrinkPhoto(file);
  const headers = { authorization: `Bearer ${token() ?? ''}`, 'content-type': blob.type };
  const answer = ours(await fetch(`${apiBase}/teams/${teamId}/my-card/photo`, { method: 'PUT', headers, body: blob }));
  if (!answer.ok) throw new Error(String(answer.status));
  said(teamId, await answer.json());
  return true;
}

export async function removeCardPhoto(teamId: string): Promise<void> {
  said(teamId, await take(api.DELETE('/teams/{teamId}/my-card/photo', { params: { path: { teamId } } })));
}

export async function askForPaperCard(teamId: string): Promise<void> {
  const params = { path: { teamId }, header: { 'Idempotency-Key': crypto.randomUUID() } };
  said(teamId, await take(api.POST('/teams/{teamId}/my-card/paper-request', { params })));
}

/** Cards on other phones and on paper end too; this phone has a new one at once. @throws when there is no network */
export async function loseCard(teamId: string): Promise<void> {
  await take(
    api.POST('/teams/{teamId}/my-card/lost', {
      params: { path: { teamId }, header: { 'Idempotency-Key': crypto.randomUUID() } },
    }),
  );
  keep(teamId, undefined);
  await loadCard(teamId);
}
