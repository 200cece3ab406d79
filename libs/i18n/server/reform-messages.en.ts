import type { reformMessagesVi } from './reform-messages.vi.ts';

export const reformMessagesEn: Record<keyof typeof reformMessagesVi, string> = {
  'unitMoved.title': 'From {until} on your team belongs to {title}',
  'unitMoved.body':
    'Before: {name}. Now: {title}.\n\nUnchanged: the team, its people, work in hand, what was recorded.\n\nChanged: {title} confirms results and answers difficulties. Hamlets of one name carry “(… cũ)”, former, behind it.\n\n{kind}\n\nBy {basis}.',
  'unitMoved.ask': 'Whom to ask now: {actor}.',
  'unitMoved.nobody': 'The commune has nobody in charge yet; the province knows. Go on recording.',
  'unitRenamed.title': '{name} is now {title}',
  'unitRenamed.body':
    'From {until} on only the name is another. Team, work, officers and what was recorded stay, by {basis}.',
  'reformScheduled.title': 'From {until} on: {title}',
  'reformScheduled.body':
    '{issuer} has scheduled it, by {basis}. Your unit is part of it.\n\nOn that day units, teams and rights follow; nobody has to act at midnight. Nothing changes before, and it can still be taken back.',
  'reformPostsNotGiven.title': '{count} {count|post was|posts were} not given: {title}',
  'reformPostsNotGiven.body':
    'The reform has begun on {until}, but whoever scheduled it may not give {count} of the posts that were chosen any more, the first is that of {name}. Units and teams change as planned.\n\nAn administrator opens the list and appoints by hand, so that those units have somebody.',
  'reformRevoked.title': 'Taken back: {title}',
  'reformRevoked.body': 'Nothing changes on {until}.\n\nReason: {reason}',
  'reformHeld.title': 'It cannot begin: {title}',
  'reformHeld.body':
    'It is scheduled for {until}, and {count} {count|thing stands|things stand} in its way. Left so, nothing changes on that day.\n\n{kind}\n\nOpen it to settle them. Then it begins by itself; or take it back and schedule it anew.',
  'reformHeld.otherReform': '{name}: “{words}” waits for its day here too. Take that back first.',
  'reformHeld.insideReform':
    '“{words}”, of the level above, rearranges this commune. Take this back; prepare it in the new commune after that day.',
  'reformHeld.notAllotted': 'Of {name} some hamlets are allotted to no commune yet.',
  'reformHeld.splitMembers': '{name}: of some people it is not chosen which hamlet they go to.',
  'reformHeld.noDirective': 'Its resolution is no longer in force: cite another one.',
  'reformHeld.codeElsewhere': 'The code of a new unit is that of {name} now.',
  'reformHeld.codeClaimed': 'The code of a new unit goes to {name} in “{words}” too.',
  'reformHeld.changed': '{name} has changed or ended since it was scheduled.',
  'reformHeld.other': 'The first of them: {name}.',
  'mergerGaveWay.title': '{title}: it gave way to a reform of the level above',
  'mergerGaveWay.body':
    '{issuer} took it back, because “{words}”, effective {until}, rearranges your commune too.\n\nNothing is lost: this version is kept. After {until} the new commune opens it, looks through it and schedules it.',
  'namesAsked.title': '{issuer} asks your commune about new names for {count} hamlets',
  'namesAsked.body':
    '{name} is asked about names that are proposed for {count} of its hamlets, by {until}.\n\nOpen it, agree or write another name for each, and send them at once. Until that day it can be changed and sent again.',
  'mergerNews.title': '{issuer}: {kind}',
  'mergerNews.body':
    'Effective {until}, by {basis}. Entered by {actor}.\n\n{reason}\n\nCommunes arrange their own hamlets. Open it to see.',
  'mergerNews.scheduled': 'scheduled “{title}”',
  'mergerNews.applied': '“{title}” is in force',
  'mergerNews.revoked': 'took “{title}” back',
  'frame.mandatoryReform': 'It cannot be muted: it says whom to ask and who confirms from now on.',
};
