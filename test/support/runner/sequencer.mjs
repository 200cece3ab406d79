/** The longest suites first, so that no worker is alone with one of them at the end; a fresh clone has no times of its own. */
import Sequencer from '@jest/test-sequencer';

/** Those of more than ten seconds on two cores, longest first. */
const LONG = [
  'journeys/demo-again',
  'browser/reports.',
  'browser/officers',
  'browser/trainer',
  'journeys/processes',
  'browser/console',
  'browser/mini-app-telegram',
  'access/access-matrix',
  'browser/training.',
  'embedded-postgres/embedded-postgres',
  'architecture/hostile-values',
  'architecture/boundaries',
  'browser/mini-app.',
  'browser/mini-app-zalo',
  'journeys/development',
  'documents/signed-files',
  'journeys/training-check-in',
  'notifications/live',
  'groups/posts',
  'backup/backup',
  'access/access-around-reform',
  'reorganisation/reform-properties',
  'architecture/statements',
  'access/access-above',
  'journeys/outages',
  'pace/limits',
  'admit-requests',
  'files/roster-files',
  'documents/signed-docx',
  'reads/delivery-status',
  'journeys/channels',
  'journeys/training-scope',
  'board/channels',
  'journeys/channel-logs',
  'messages/training-messages',
  'journeys/training.',
  'browser/',
];

const rank = ({ path }) => {
  const at = LONG.findIndex((part) => path.includes(part));
  return at < 0 ? LONG.length : at;
};

export default class LongestFirst extends Sequencer {
  /** Dealt out in turn, the long ones first: each shard gets its share of them. */
  shard(tests, { shardIndex, shardCount }) {
    return [...tests]
      .sort((one, other) => rank(one) - rank(other) || (one.path < other.path ? -1 : 1))
      .filter((_, at) => at % shardCount === shardIndex - 1);
  }

  sort(tests) {
    return super.sort(tests).sort((one, other) => rank(one) - rank(other));
  }
}
