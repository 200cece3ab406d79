/**
 * What becomes of each kind of record when a person asks to be erased, and which columns of the map are left as they are, on
 * what ground. Every other column that carries text or a document is emptied by the module that owns it:
 * test/architecture/erasing.int-spec.ts compares, so that a new column cannot be forgotten. Free of zod.
 */
import type { RecordKind } from './record-kinds.ts';

/** erase: it goes. unname: the row and its sums stay, nothing in it says whose it is. keep: as the kind's ground and time say. */
export type Erasure = 'erase' | 'unname' | 'keep';

export const erasureOf: Readonly<Record<RecordKind, Erasure>> = {
  identity: 'erase',
  contact: 'erase',
  roles: 'unname',
  skills: 'erase',
  work: 'unname',
  photos: 'erase',
  training: 'unname',
  difficulties: 'unname',
  messages: 'unname',
  settings: 'erase',
  accounts: 'erase',
  signIn: 'erase',
  card: 'erase',
  looks: 'keep',
  requests: 'unname',
  acts: 'keep',
  papers: 'keep',
  neighbours: 'keep',
  copies: 'erase',
};

/** Columns by table, with a space between. */
type Columns = Readonly<Record<string, string>>;

/**
 * record: an official act or paper, kept as such. log: history that the database lets nobody change, ids without personal data,
 * gone with its time. term: gone by itself within days. nobody: once the name has gone it says of nobody who they are.
 */
export const erasureLeaves: Readonly<Record<'record' | 'log' | 'term' | 'nobody', Columns>> = {
  record: {
    decision_corrections: 'after before',
    decision_scans: 'content_hash',
    directives: 'issuer',
    establishing_decisions: 'signer',
    form_sent: 'answers reasons',
    form_sheets: 'answers reasons',
    form_versions: 'questions',
    forms: 'questions',
    left_drafts: 'words',
    name_opinions: 'remark',
    ocop_products: 'owner',
    odd_figures: 'answer dismiss_reason question',
    office_papers: 'drafter mailbox recipients signer signer_post',
    offices: 'email holder name phone',
    person_merges: 'reason went',
    providers: 'contact',
    recipient_mailboxes: 'address name',
    report_archive: 'name',
    report_comments: 'comment',
    report_versions: 'content',
    reports: 'words',
    sheet_photos: 'file',
    signed_files: 'exported_hash',
    signed_returns: 'signatures',
  },
  log: {
    access_acts: 'purpose route screen trace what',
    access_log: 'purpose what',
    outbox: 'changes payload',
    report_looks: 'figures',
  },
  term: {
    delivery_chunks: 'addresses',
    list_jobs: 'file name',
    login_attempts: 'login_hash',
    oa_consents: 'state_hash',
    refused_proofs: 'door reason',
    roster_import_files: 'content',
    used_proofs: 'key',
  },
  nobody: {
    assignment_drafts: 'content',
    card_reports: 'from_hash',
    certificates: 'code',
    check_ins: 'why',
    command_answers: 'body_hash',
    delivery_chunks: 'languages provider_ids',
    delivery_rows: 'failure_class failure_code language provider_id',
    entry_decisions: 'reasons',
    entry_products: 'link',
    handovers: 'was',
    messages: 'subject',
    number_questions: 'code',
    office_mails: 'failure_code',
    partner_reports: 'link',
    posts: 'affiliation title',
    progress_entries: 'application_codes',
    progress_lines: 'dimensions',
    roster_imports: 'file_name',
    send_requests: 'content',
    session_invitations: 'reminded',
    task_decisions: 'reasons',
    team_endings: 'cut',
    team_members: 'affiliation',
    training_credits: 'topic_code',
  },
};
