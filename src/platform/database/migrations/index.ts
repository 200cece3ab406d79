import { Platform1700000000000 } from './1700000000000-platform.ts';
import { Organization1700000001000 } from './1700000001000-organization.ts';
import { ReferenceData1700000001500 } from './1700000001500-reference-data.ts';
import { Membership1700000002000 } from './1700000002000-membership.ts';
import { RosterImports1700000002500 } from './1700000002500-roster-imports.ts';
import { Tasks1700000003000 } from './1700000003000-tasks.ts';
import { Notifications1700000004000 } from './1700000004000-notifications.ts';
import { LinkedAccounts1700000005000 } from './1700000005000-linked-accounts.ts';
import { Channels1700000005500 } from './1700000005500-channels.ts';
import { Webhooks1700000005600 } from './1700000005600-webhooks.ts';
import { GroupChats1700000005700 } from './1700000005700-group-chats.ts';
import { EntryDecisions1700000005800 } from './1700000005800-entry-decisions.ts';
import { Training1700000006000 } from './1700000006000-training.ts';
import { SessionMessages1700000006100 } from './1700000006100-session-messages.ts';
import { SessionPosts1700000006200 } from './1700000006200-session-posts.ts';
import { Reporting1700000007000 } from './1700000007000-reporting.ts';
import { DifficultyClock1700000007200 } from './1700000007200-difficulty-clock.ts';
import { PapersKept1700000007300 } from './1700000007300-papers-kept.ts';
import { CampaignsOnce1700000008800 } from './1700000008800-campaigns-once.ts';
import { RosterReadings1700000008300 } from './1700000008300-roster-readings.ts';
import { KnownDevices1700000008100 } from './1700000008100-known-devices.ts';
import { HistoryStays1700000008110 } from './1700000008110-history-stays.ts';
import { SignedReturns1700000008500 } from './1700000008500-signed-returns.ts';
import { PaperRules1700000008510 } from './1700000008510-paper-rules.ts';
import { Identity1700000008000 } from './1700000008000-identity.ts';
import { ChannelTests1700000008200 } from './1700000008200-channel-tests.ts';
import { RosterColumns1700000008400 } from './1700000008400-roster-columns.ts';
import { ChatSaid1700000008600 } from './1700000008600-chat-said.ts';
import { OcopRegister1700000008700 } from './1700000008700-ocop-register.ts';
import { Corrections1700000008710 } from './1700000008710-corrections.ts';
import { TeamEndings1700000008720 } from './1700000008720-team-endings.ts';
import { OutboxCommands1700000008210 } from './1700000008210-outbox-commands.ts';
import { OrdersOfProducts1700000008220 } from './1700000008220-orders-of-products.ts';

/** In order; append-only once landed. */
export const migrations = [
  Platform1700000000000,
  Organization1700000001000,
  ReferenceData1700000001500,
  Membership1700000002000,
  RosterImports1700000002500,
  Tasks1700000003000,
  Notifications1700000004000,
  LinkedAccounts1700000005000,
  Channels1700000005500,
  Webhooks1700000005600,
  GroupChats1700000005700,
  EntryDecisions1700000005800,
  Training1700000006000,
  SessionMessages1700000006100,
  SessionPosts1700000006200,
  Reporting1700000007000,
  DifficultyClock1700000007200,
  PapersKept1700000007300,
  CampaignsOnce1700000008800,
  RosterReadings1700000008300,
  KnownDevices1700000008100,
  HistoryStays1700000008110,
  SignedReturns1700000008500,
  PaperRules1700000008510,
  Identity1700000008000,
  ChannelTests1700000008200,
  RosterColumns1700000008400,
  ChatSaid1700000008600,
  OcopRegister1700000008700,
  OutboxCommands1700000008210,
  TeamEndings1700000008720,
  Corrections1700000008710,
  OrdersOfProducts1700000008220,
];
