/**
 * Closed vocabularies that both sides need. Free of zod, so that the mini-app can import them.
 * Every value is persisted data: add, never rename.
 */
export const unitKinds = ['country', 'province', 'district', 'commune', 'hamlet'] as const;
export type UnitKind = (typeof unitKinds)[number];

/** Rights come from posts. A supporter is a committee member with an assignment to teams, not a role of its own. */
export const officerRoles = [
  'admin',
  'province_officer',
  'district_officer',
  'committee_member',
  'focal_officer',
] as const;
export const teamRoles = ['leader', 'deputy', 'member'] as const;
export const roles = [...officerRoles, 'trainer', ...teamRoles] as const;
export type OfficerRole = (typeof officerRoles)[number];
export type TeamRole = (typeof teamRoles)[number];
export type Role = (typeof roles)[number];

/** Why somebody was taken out of a team as never added. */
export const removalReasons = ['wrong_person', 'wrong_team', 'entered_twice'] as const;
export const teamStatuses = ['draft', 'active', 'dissolved'] as const;
export type TeamStatus = (typeof teamStatuses)[number];

/** Where a member comes from; composition rules ask for some of these. */
export const affiliations = [
  'hamlet_head',
  'youth_union',
  'party_cell',
  'front',
  'women_union',
  'farmers_union',
  'veterans',
  'police',
  'teacher',
  'health_worker',
  'commune_chair',
  'commune_officer',
  'other',
] as const;
export type Affiliation = (typeof affiliations)[number];

/** Companies and unions that go along with teams: telecom, post, Viettel's post, the Youth Union and others. */
export const providerKinds = ['telecom', 'post', 'viettel_post', 'union'] as const;
export type ProviderKind = (typeof providerKinds)[number];

/** What a member is in a steering committee: Trưởng ban, Phó Trưởng ban, Thường trực, Ủy viên. */
export const committeeSeats = ['head', 'deputy_head', 'standing', 'member'] as const;
/** Who leads the committee: approves what leaves the house. */
export const leadingSeats: ReadonlySet<string | null> = new Set<CommitteeSeat>(['head', 'deputy_head']);
export type CommitteeSeat = (typeof committeeSeats)[number];

export const pillars = [
  'organization',
  'communication',
  'digital_government',
  'digital_economy',
  'digital_society',
] as const;
export type Pillar = (typeof pillars)[number];

export const aggregations = ['sum', 'last', 'distinct', 'ratio'] as const;
export type Aggregation = (typeof aggregations)[number];

export const evidenceKinds = ['count', 'application_codes', 'photo', 'link', 'minutes', 'note'] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

export const declineReasons = ['not_enough_people', 'needs_training', 'not_our_hamlet', 'other'] as const;
export type DeclineReason = (typeof declineReasons)[number];

export const returnReasons = [
  'codes_do_not_match',
  'photo_unclear',
  'figure_repeats',
  'link_missing',
  'other',
] as const;
export type ReturnReason = (typeof returnReasons)[number];

export const quickReportKinds = [
  'communication',
  'public_services',
  'payment',
  'marketplace',
  'health_insurance',
] as const;
export type QuickReportKind = (typeof quickReportKinds)[number];

export const difficultyKinds = ['task', 'signal', 'skill', 'membership', 'other'] as const;
export type DifficultyKind = (typeof difficultyKinds)[number];
/** What happens to a difficulty after it was told. */
export const difficultySteps = ['passed_on', 'above', 'answered', 'asked', 'closed', 'reopened'] as const;
export type DifficultyStepKind = (typeof difficultySteps)[number];

/** External channels; the inbox is the notification itself. */
export const channelIds = [
  'telegram',
  'zalo-oa',
  'zalo-zbs',
  'zalo-bot',
  'zalo-gmf',
  'zalo-mini',
  'email',
  'web-push',
] as const;
export type ChannelId = (typeof channelIds)[number];

export const deliveryStates = ['due', 'claimed', 'sent', 'delivered', 'failed', 'unknown', 'skipped'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/**
 * What the committee sees of one team's answer, derived and never stored: silence has three shapes.
 * A team is reached or has seen when its leader or a deputy is or has.
 */
export const teamDeliveryStates = [
  'not_delivered',
  'not_seen',
  'not_answered',
  'declined',
  'doing',
  'submitted',
  'returned',
  'confirmed',
  'cancelled',
] as const;
export type TeamDeliveryState = (typeof teamDeliveryStates)[number];

export const phonePurposes = ['call_about_task', 'check_roster', 'other'] as const;
export type PhonePurpose = (typeof phonePurposes)[number];

export const languages = ['vi', 'en'] as const;
export type Language = (typeof languages)[number];

/** Where an account of a messaging platform is known by its id. The ids of Zalo's three spaces are never mixed. */
export const accountSpaces = ['telegram', 'zalo-app', 'zalo-oa', 'zalo-bot'] as const;
export type AccountSpace = (typeof accountSpaces)[number];

/** What tied an account to a person: an invite or link code, a proven phone, an officer's decision, or another proven account. */
export const accountProofs = ['invite', 'code', 'phone', 'officer', 'platform'] as const;
export type AccountProof = (typeof accountProofs)[number];

/** `quota_low` still sends; `failing` is measured, `down` is declared by a person, `off` is not configured. */
export const channelStates = ['ok', 'quota_low', 'failing', 'down', 'off'] as const;
export type ChannelState = (typeof channelStates)[number];

/** What the channels' log tells of. */
export const channelLogKinds = [
  'failing',
  'recovered',
  'declared_down',
  'declared_up',
  'all_stopped',
  'all_resumed',
  'authorised',
  'token_alarm',
  'quota_low',
  'in_doubt_resent',
  'in_doubt_left',
] as const;
export type ChannelLogKind = (typeof channelLogKinds)[number];

/** Encodings of text files as they come from offices; TCVN3 and VNI are typed with fonts of before Unicode. */
export const textEncodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1258', 'tcvn3', 'vni', 'windows-1252'] as const;
export type TextEncoding = (typeof textEncodings)[number];

export const directiveKinds = ['plan', 'official_letter', 'decision', 'guidance', 'resolution'] as const;
