/** Kinds of work and indicators of the unit: what is offered, and what adding or ending one changes for whom. */
import { useQuery } from '@tanstack/react-query';
import { formatDate, type Lang } from '#i18n';
import { api, client, isProblem, type Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { problemText } from '../../api/problem-text.ts';
import { useCommand } from '../../api/use-command.ts';
import { showNotice } from '../../notices/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';

export const catalogueParts = ['templates', 'indicators'] as const;
export type CataloguePart = (typeof catalogueParts)[number];
export type OfferedTemplate = Schemas['OfferedTemplate'];
export type OfferedIndicator = Schemas['OfferedIndicator'];
export type Entry = OfferedTemplate | OfferedIndicator;
export type TemplateInput = Schemas['TemplateInput'];
export type IndicatorInput = Schemas['IndicatorInput'];

const path = '/units/{unitId}/catalogue';
const touches = [path, '/task-templates'] as const;

/** In the reader's language; who adds one gives it one name. */
export function nameOf(entry: Entry, lang: Lang): string {
  if (lang === 'en') return 'title' in entry ? entry.titleEn : entry.nameEn;
  return 'title' in entry ? entry.title : entry.name;
}
export const isOn = ({ from, until }: Entry, day: string): boolean => from <= day && (until === null || until > day);

export function useCatalogue() {
  const { post } = useIdentity();
  return api.useQuery('get', path, { params: { path: { unitId: post.unit.id } } });
}

export function useCataloguePreview(asked: { code?: string; from: string }) {
  const { post } = useIdentity();
  return useQuery({
    queryKey: ['post', `${path}/preview`, post.unit.id, asked],
    queryFn: async () => {
      const params = { path: { unitId: post.unit.id } };
      const { data, error } = await client.POST(`${path}/preview`, { params, body: asked });
      if (!data) throw error;
      return data;
    },
  });
}

/** What the server says of a field, in words. */
export function useFaultsOf(error: unknown) {
  const i18n = useI18n();
  return (field: string): string | undefined => {
    const found = isProblem(error) ? error.details?.find(({ path: at }) => at === field) : undefined;
    return found && problemText(i18n, { ...(error as Schemas['Problem']), details: [found] });
  };
}

export function useAddEntry(onDone: () => void) {
  const { t, lang } = useI18n();
  const { post } = useIdentity();
  const params = { path: { unitId: post.unit.id } };
  const done = (from: string) => {
    showNotice(t('rules.c.added', { day: formatDate(from, lang, { withYear: true }) }));
    onDone();
  };
  const template = useCommand({
    send: (body: TemplateInput, header) =>
      client.POST('/units/{unitId}/task-templates', { params: { ...params, header }, body }),
    touches,
    done: (_answer, { from }) => done(from),
  });
  const indicator = useCommand({
    send: (body: IndicatorInput, header) =>
      client.POST('/units/{unitId}/indicators', { params: { ...params, header }, body }),
    touches,
    done: (_answer, { from }) => done(from),
  });
  return { template, indicator };
}

export function useEndEntry(part: CataloguePart, onDone: () => void) {
  const { t } = useI18n();
  const { post } = useIdentity();
  const params = { path: { unitId: post.unit.id } };
  return useCommand({
    send: (body: { code: string; lastDay: string }, header) =>
      part === 'templates'
        ? client.POST('/units/{unitId}/task-templates/end', { params: { ...params, header }, body })
        : client.POST('/units/{unitId}/indicators/end', { params: { ...params, header }, body }),
    touches,
    done: () => {
      showNotice(t('rules.c.endedDone'));
      onDone();
    },
  });
}
