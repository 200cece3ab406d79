import type { MessageWords } from './messages.vi.ts';
import { reportingMessagesEn } from './reporting-messages.en.ts';
import { trainingMessagesEn } from './training-messages.en.ts';

export const messagesEn: MessageWords = {
  'taskAssigned.title': 'New task: {title}',
  'taskAssigned.body':
    '{issuer} gives the team a task. {deadline}.\n\n{work}\n\nPlease answer by the end of {replyBy}.',
  'assignmentCancelled.title': 'Task withdrawn: {title}',
  'assignmentCancelled.body': '{issuer} withdraws this task. The team need not go on.\n\nReason: {reason}',
  'assignmentReminded.title': 'Please answer: {title}',
  'assignmentReminded.body':
    'The team has not answered the task from {issuer} yet. You may accept, decline or ask for more time.\n\nPlease answer by the end of {replyBy}. To be done by the end of {dueOn}.',
  'assignmentSilent.title': '{count} teams have not answered: {title}',
  'assignmentSilent.body':
    'Teams that you support have not answered this task: {teams}.\n\nPlease ask them what stands in the way, and note it for the commune.',
  'taskAccepted.title': '{team} accepted: {title}',
  'taskAccepted.body': '{actor} accepted for {team}. {deadline}.',
  'taskDeclined.title': '{team} declined: {title}',
  'taskDeclined.body':
    '{actor} declined for {team}.\n\nRead the reason, then give more time, lower the target, ask another team or keep the order.',
  'declineTakenBack.title': '{team} takes its decline back: {title}',
  'declineTakenBack.body':
    '{actor} tapped by mistake and took it back at once. The task waits for {team} to answer again, there is nothing for the commune to decide.',
  'taskHandedOver.title': 'The commune hands your team: {title}',
  'taskHandedOver.body': 'The team that had this task is dissolved. Target: {target}. {deadline}.',
  'taskKept.title': 'The commune keeps the task: {title}',
  'taskKept.body': 'The commune has read the team’s reason and still needs this done. Target: {target}. {deadline}.',
  'taskReleased.title': 'The team is released from: {title}',
  'taskReleased.body': 'The commune releases the team from this task. What was recorded is kept.',
  'taskDelegated.title': 'Passed to you: {title}',
  'taskDelegated.body': '{actor} passed this task to you. Target: {target}. {deadline}.',
  'taskSubmitted.title': '{team} is done: {title}',
  'taskSubmitted.body': 'The result of {team} waits for confirmation.',
  'taskConfirmed.title': 'Confirmed: {title}',
  'taskConfirmed.body': 'The result of {team} is confirmed and counts in the report. Thank you.',
  'taskReturned.title': 'Returned to be mended: {title}',
  'taskReturned.body':
    'The result of {team} needs a correction or an addition. Open the task to read what the commune wrote. {deadline}.',
  'extensionAsked.title': '{team} asks for more time: {title}',
  'extensionAsked.body': '{actor} asks for time until the end of {until}. Now due by the end of {dueOn}.',
  'extensionAnswered.title': 'Your request for more time is answered: {title}',
  'extensionAnswered.body': 'Open the task to read the answer. {deadline}.',
  'targetChanged.title': 'Target changed: {title}',
  'targetChanged.body': 'The target of {team} is now {target}. {deadline}.',
  'workOverlapped.title': '{actor} recorded this too: {title}',
  'workOverlapped.body':
    '{actor} recorded {count}, done on {until}. The team now has {reported} of {target}, more than was asked for. Both count, nobody’s number is lost.\n\nWas anything recorded twice? If not, there is nothing to do. If so, open the task and correct your own part.',
  'productNamedAgain.title': '{actor} named this too: {name}',
  'productNamedAgain.body':
    '{actor} has just recorded {name} as listed, which you had recorded before. It counts once, in your part.\n\nIf yours is the mistake, open the task and correct your own part.',
  'impostorReported.title': 'An impostor of {team} was reported',
  'impostorReported.body':
    'Somebody scanned a card of {team} and reported an impostor. They wrote: “{reason}”.\n\nAsk the team; if needed, revoke the card on its page. Nobody knows who reported it.',
  'difficultyReported.title': '{team} reports a difficulty',
  'difficultyReported.body': '{actor} reports a difficulty: {kind}.\n\nOpen Difficulties to read and answer it.',
  'difficultyAnswered.title': 'The difficulty of {team} is answered',
  'difficultyAnswered.body': '{actor} answered the difficulty: {kind}.\n\nOpen Difficulties to read it.',
  'difficultyEscalated.title': 'The difficulty of {team} is over its day',
  'difficultyEscalated.body':
    'The difficulty ({kind}) was not answered in time and now stands before the office above too.\n\nOpen Difficulties to read and answer it.',
  'difficultyPassedOn.title': '{team} reports a difficulty {kind}',
  'difficultyPassedOn.body':
    'The difficulty ({kind}) lies where your company covers.\n\nOpen Difficulties to read it, answer, and say by when it is settled.',
  'difficultyAsked.title': '{team} asks further about an answered difficulty',
  'difficultyAsked.body':
    '{actor} asks further: the answer to the difficulty ({kind}) does not help yet.\n\nOpen Difficulties to read and answer it.',
  'difficultyPromiseOver.title': 'Is the difficulty of {team} settled?',
  'difficultyPromiseOver.body':
    'It ({kind}) was to be settled by {until}.\n\nOpen it to say that it is, or to ask further.',
  'knowHowPublished.title': 'Worth knowing: {title}',
  'knowHowPublished.body': '{issuer} has answered a difficulty in work like yours.\n\nOpen Know-how to read it.',
  'jointWorkAsked.title': '{issuer} gives work to do with teams: {title}',
  'jointWorkAsked.body': '{work}\n\n{deadline}. The company and the team both report, the commune confirms once.',
  'difficultyPassedUp.title': '{actor} passes up the difficulty of {team}',
  'difficultyPassedUp.body':
    'The commune could not settle the difficulty ({kind}) by itself and passed it up.\n\nOpen Difficulties to read and answer it.',
  'groupName.title': 'The name of the group of {team}',
  'groupName.body':
    'The committee asks you to give the group of {team} its right name:\n\n{name}\n\nWhere names have to be short: {shortName}\n\nThen note the name in the part about the team.',
  'reportReturned.title': 'The commune returns quick report {title}',
  'reportReturned.body':
    'The quick report of {team} of {until}, figure {count}, does not count yet: {reasons}. {reason}\n\nPut it right and send a new quick report.',
  'difficultyKind.task': 'with a task',
  'difficultyKind.signal': 'with signal or lines',
  'difficultyKind.skill': 'training is needed',
  'difficultyKind.membership': 'with the team’s people',
  'difficultyKind.other': 'something else',
  'channelTest.title': 'A test from Tổ Số',
  'channelTest.body': 'This channel worked at {time}. No answer is needed.',
  'accessChanged.title': 'Something about your account has changed',
  'accessChanged.body':
    '{kind} Done by: {actor}.\n\nTo be safe, all devices were signed out and earlier invites no longer work. If you cannot come in again, ask for a new invite.\n\nIf you know nothing of this, tell the commune or an administrator at once.',
  'accessChanged.phone': 'Your phone number on the list has been written anew.',
  'accessChanged.email': 'Your e-mail address has been written anew.',
  'accessChanged.post_given':
    'You have been given a post. Your password and the accounts you connected before may have to be set up again.',
  'accessChanged.post_ended': 'The last day of one of your posts has been set.',
  'accessChanged.role': 'Your role in the team has changed.',
  'digest.title': 'News of today: {count}',
  'digest.more': 'and {count} more',
  'action.accept': 'Accept',
  'action.decline': 'Decline',
  'frame.replyAccept': 'Reply ACCEPT to accept.',
  'frame.replyBoth': 'Reply ACCEPT to accept, or DECLINE with the reason.',
  'frame.openTask': 'Open the task',
  'frame.openDifficulty': 'Read the answer',
  'frame.openKnowHow': 'Read it',
  'frame.openJointWork': 'Open joint work',
  'frame.openDifficulties': 'Open difficulties',
  'frame.openInbox': 'Open the inbox',
  'frame.why': 'You receive this as {post}.',
  'frame.mandatory': 'It cannot be muted, since it is the team’s duty.',
  'frame.mandatoryAccess': 'This message cannot be muted: it concerns your account.',
  'frame.mute': 'Mute such messages in Settings.',
  'frame.noSecrets': 'Tổ Số never asks for a password or a one-time code.',
  'post.leader': 'leader of {team}',
  'post.deputy': 'deputy leader of {team}',
  'post.member': 'a member of {team}',
  'post.officer': 'the officer in charge',
  'list.more': '{names} and {count} more',
  ...trainingMessagesEn,
  ...reportingMessagesEn,
};
