/** Signing in: invites for members, passwords for officers, sessions that can be listed and revoked. */
import { z } from 'zod';
import { actions, type Action } from '../actions.ts';
import { languages, roles } from '../enums.ts';
import { BusyWord } from '../membership/busy.ts';
import { MemberSkills } from '../membership/skills.ts';
import { Decision, day, id, instant, UnitRef } from '../primitives.ts';
import { route } from '../route.ts';

const actionNames = Object.keys(actions) as [Action, ...Action[]];

export const Post = z
  .object({
    id,
    role: z.enum(roles),
    /** What the person is called here: "Phó Chủ tịch UBND xã", "Tổ trưởng". */
    title: z.string(),
    unit: UnitRef,
    /** Path from the province down to the unit, for the header: "huyện Triệu Sơn, tỉnh Thanh Hóa". */
    ancestors: z.array(UnitRef),
    team: z.object({ id, name: z.string() }).nullable(),
    /** Who a trainer teaches for. */
    provider: z.object({ id, name: z.string() }).optional(),
    /** Of a company's person with several: `unit` is the first of them. */
    places: z.array(UnitRef).optional(),
    may: z.array(z.enum(actionNames)),
    /** The unit has ended, with the post: its past is read until then, and nothing is done. */
    past: z.object({ lastDay: day, readUntil: day }).optional(),
    /** Of a team: in which report a day's work counts, and from which day on the person may report. */
    work: z.object({ windowStartDay: z.int(), dueBeforeDay: z.int(), since: day }).optional(),
  })
  .meta({ id: 'Post' });

export const Me = z
  .object({
    person: z.object({
      id,
      fullName: z.string(),
      language: z.enum(languages),
      hasPassword: z.boolean(),
      email: z.string().nullable(),
      /** With what the person signs in where a password is asked: addresses and numbers, the one to be used first. */
      logins: z.array(z.string()),
    }),
    posts: z.array(Post),
    session: z.object({ id, expiresAt: instant }),
    today: day,
    /** That I cannot work until the end of the day, as I said. */
    busy: BusyWord.nullable().optional(),
    /** What I can help with; null where nobody has said anything. */
    skills: MemberSkills.nullable().optional(),
    /** How long an act on many can be taken back here; 0: not at all. */
    holdSeconds: z.int(),
    /** A second factor is required and there is none: nothing else is open until there is one. */
    awaits: z.enum(['enrolment']).optional(),
  })
  .meta({ id: 'Me' });

export const SessionAnswer = z
  .object({
    token: z.string(),
    expiresAt: instant,
    me: Me,
    /** To be kept on the device and sent along at the next sign-in with a password; it opens nothing by itself. */
    deviceKey: z.string().optional(),
    /** The session opens nothing yet, is over in ten minutes, and `me` says nothing: the code of the second factor is asked. */
    awaits: z.enum(['code']).optional(),
    /** With it: by what; a code from paper stands in for either. */
    ways: z.array(z.enum(['code', 'passkey'])).optional(),
  })
  .meta({ id: 'SessionAnswer' });

export const SessionRow = z
  .object({ id, device: z.string(), createdAt: instant, lastSeenAt: instant, expiresAt: instant, current: z.boolean() })
  .meta({ id: 'SessionRow' });

export const InvitePreview = z
  .object({
    issuer: z.string(),
    fullName: z.string(),
    roleTitle: z.string(),
    teamName: z.string().nullable(),
    unitName: z.string(),
    phoneMasked: z.string().nullable(),
    decision: Decision.nullable(),
    expiresAt: instant,
  })
  .meta({ id: 'InvitePreview' });

export const Invite = z
  .object({ code: z.string(), url: z.url(), qrSvg: z.string(), expiresAt: instant, fullName: z.string() })
  .meta({ id: 'Invite' });

export const accessRoutes = {
  signInWithPassword: route({
    method: 'POST',
    path: '/session/password',
    summary: 'Sign in with login (e-mail or phone) and password',
    access: 'public',
    body: z
      .strictObject({
        login: z.string().trim().min(3).max(200),
        password: z.string().min(1).max(200),
        privateDevice: z.boolean().default(false),
        device: z.string().max(200).optional(),
        /** Keys that earlier sign-ins gave this device: wrong tries of others do not count against it. */
        deviceKeys: z.array(z.string().min(20).max(100)).max(8).optional(),
      })
      .meta({ id: 'PasswordSignIn' }),
    response: SessionAnswer,
  }),
  askForAccess: route({
    method: 'POST',
    path: '/session/help',
    summary: 'I cannot get in: tells those who may invite me; the same answer for an unknown login',
    access: 'public',
    status: 204,
    body: z.strictObject({ login: z.string().trim().min(3).max(200) }).meta({ id: 'AskForAccess' }),
  }),
  previewInvite: route({
    method: 'GET',
    path: '/invites/{code}',
    summary: 'What an invite says before it is used; burns nothing',
    access: 'public',
    response: InvitePreview,
  }),
  acceptInvite: route({
    method: 'POST',
    path: '/invites/{code}/accept',
    summary: 'Use a one-time invite: signs in',
    access: 'public',
    body: z
      .strictObject({
        device: z.string().max(200).optional(),
        /** Of a platform's account that is to be tied to the invited person at once. */
        ticket: z.string().min(20).max(200).optional(),
      })
      .meta({ id: 'AcceptInvite' }),
    response: SessionAnswer,
  }),
  rejectInvite: route({
    method: 'POST',
    path: '/invites/{code}/reject',
    summary: '"Không phải tôi": ends the invite and tells the commune',
    access: 'public',
    status: 204,
  }),
  /** No command: answers of commands are kept, and a code must be known to its receiver only. Asking again makes a fresh one. */
  createInvite: route({
    method: 'POST',
    path: '/people/{personId}/invites',
    summary: 'A fresh one-time invite for a person, with QR; ends the earlier ones',
    access: 'invite.create',
    response: Invite,
    status: 201,
  }),
  /** Like an invite no command: its answer is a code. */
  reportLostPhone: route({
    method: 'POST',
    path: '/people/{personId}/lost-phone',
    summary: 'Signs a person out everywhere because the phone is lost, and makes a fresh one-time invite',
    access: 'invite.create',
    response: Invite,
    status: 201,
  }),
  me: route({
    method: 'GET',
    path: '/me',
    summary: 'Who I am, my posts and what each may do',
    access: 'self',
    response: Me,
  }),
  mySessions: route({
    method: 'GET',
    path: '/me/sessions',
    summary: 'My devices',
    access: 'self',
    whole: 'the devices on which one person is signed in',
    response: z.array(SessionRow),
  }),
  revokeSession: route({
    method: 'DELETE',
    path: '/me/sessions/{sessionId}',
    summary: 'Sign a device out',
    access: 'self',
    status: 204,
  }),
  withdrawCommand: route({
    method: 'DELETE',
    path: '/me/commands/{commandId}',
    summary:
      'Take a command of mine back before it is changed or dropped, unless it has arrived: then what it was answered',
    access: 'self',
    response: z
      .object({
        /** "withdrawn": it has not arrived, and is not worked when it arrives after all. */
        state: z.enum(['withdrawn', 'running', 'done']),
        status: z.int().nullable(),
        /** What the command itself was answered; null where it is not known any more. */
        answer: z.unknown(),
      })
      .meta({ id: 'CommandArrival' }),
  }),
  signOut: route({ method: 'POST', path: '/me/sign-out', summary: 'End this session', access: 'self', status: 204 }),
  leave: route({
    method: 'POST',
    path: '/me/leave',
    summary: "End this session; `next`: where to sign out of the agency's provider too, when that has opened it",
    access: 'self',
    status: 200,
    response: z.object({ next: z.url().nullable() }).meta({ id: 'SignedOut' }),
  }),
  changePassword: route({
    method: 'PUT',
    path: '/me/password',
    summary: 'Set or change my password (at least 10 characters); ends my other sessions',
    access: 'self',
    status: 204,
    body: z
      .strictObject({
        /** Not asked within half an hour of coming in by an invite. */
        current: z.string().max(200).optional(),
        next: z.string().min(10).max(200),
        /** Of who has neither an address nor a number to sign in with. */
        login: z.email().max(200).optional(),
      })
      .meta({ id: 'ChangePassword' }),
  }),
  changeLanguage: route({
    method: 'PUT',
    path: '/me/language',
    summary: 'Language of my messages',
    access: 'self',
    status: 204,
    body: z.strictObject({ language: z.enum(languages) }).meta({ id: 'ChangeLanguage' }),
  }),
  search: route({
    method: 'GET',
    path: '/search',
    summary: 'Units, teams, people, orders, sessions, reports and directives within my scope; marks need not be typed',
    access: 'self',
    whole: 'the best few of each kind',
    query: z.strictObject({ q: z.string().trim().min(1).max(100), at: day.optional() }),
    response: z
      .array(
        z.object({
          kind: z.enum(['unit', 'team', 'person', 'assignment', 'session', 'report', 'directive']),
          id,
          /** Of a report its month, '2022-06'. */
          label: z.string(),
          context: z.string(),
          /** Of a team's member. */
          teamId: id.optional(),
          /** On which a session begins; of a unit that does not stand today the day on which it is seen, its last or first. */
          day: day.optional(),
        }),
      )
      .meta({ id: 'SearchHits' }),
  }),
};
