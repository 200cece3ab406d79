/** Names of hamlets in the communes of a reform's day: which will be equal, how they are told apart, what is proposed. */
import { z } from 'zod';
import { count, day, id, page, pageQuery } from '../primitives.ts';
import { route } from '../route.ts';
import { NameOpinion } from './name-opinions.ts';
import { reformNameStates } from './reform-kinds.ts';

const position = z.int().min(1).max(10_000_000);
const positionQuery = z.coerce.number().int().min(1).max(10_000_000);

const NamedPlace = z
  .object({
    /** Of the line of the commune. */
    position,
    name: z.string(),
    hamlets: count,
    /** Names that several hamlets will have, and how many hamlets those are. */
    names: count,
    alike: count,
    proposed: count,
    /** Proposals that another hamlet has too. */
    wrong: count,
  })
  .meta({ id: 'ReformNamedPlace' });

const NamedHamlet = z
  .object({
    id,
    type: z.string(),
    name: z.string(),
    fullName: z.string(),
    /** The commune in which it stands on the day before. */
    from: z.string(),
    /** How it is shown from the day on. */
    temporary: z.string(),
    /** How many of the commune have its name, itself too. */
    alike: count,
    state: z.enum(reformNameStates),
    proposal: z
      .object({
        type: z.string(),
        name: z.string(),
        fullName: z.string(),
        /** The hamlet that has or is to have the same name. */
        taken: z.string().nullable(),
        decided: z.object({ onDate: day, directive: z.object({ id, citation: z.string() }) }).nullable(),
      })
      .nullable(),
    /** The name about which the commune was asked, and what it said. */
    asked: z.object({ name: z.string(), opinion: NameOpinion.nullable() }).nullable(),
  })
  .meta({ id: 'ReformNamedHamlet' });

const AskedCommune = z.object({ id, fullName: z.string(), hamlets: count });

const ReformNames = z
  .object({
    place: NamedPlace,
    hamlets: z.array(NamedHamlet),
    /** How groups are named: {hamlet}, {commune}, {district}. */
    groupName: z.string(),
    /** Communes of today whose hamlets have a proposal that nothing stands against: whom asking reaches. */
    toAsk: z.array(AskedCommune),
    /** Whether each has said something to every name, and the last day on which it may. */
    asked: z.object({ communes: z.array(AskedCommune.extend({ answered: z.boolean() })), answerBy: day }).nullable(),
  })
  .meta({ id: 'ReformNames' });

export const reformNameRoutes = {
  listReformNames: route({
    method: 'GET',
    path: '/reforms/{reformId}/names',
    summary: 'Communes of the day, with how many of their hamlets will have the name of another',
    access: 'reform.manage',
    query: z.strictObject(pageQuery),
    response: page(NamedPlace).extend({ alike: count, wrong: count }).meta({ id: 'ReformNamedPlacePage' }),
  }),
  reformNames: route({
    method: 'GET',
    path: '/reforms/{reformId}/names/of-place',
    summary: 'The hamlets of one commune of the day: what they are called, shown as, and to be called',
    access: 'reform.manage',
    query: z.strictObject({ position: positionQuery }),
    response: ReformNames,
  }),
  askCommunes: route({
    method: 'POST',
    path: '/reforms/{reformId}/names/asking',
    summary:
      'Asks the communes of today about the names proposed for their hamlets; whoever was asked before is asked anew',
    access: 'reform.manage',
    command: true,
    body: z
      .strictObject({ version: z.int().min(1).max(1_000_000), position, answerBy: day })
      .meta({ id: 'NamesAsking' }),
    response: ReformNames,
  }),
  exportReformNames: route({
    method: 'GET',
    path: '/reforms/{reformId}/names/file',
    summary: 'The table of equal names and proposals for the council, of one commune of the day or of all',
    access: 'reform.manage',
    query: z.strictObject({ position: positionQuery.optional() }),
    produces: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  }),
};
