import type { reportingMessagesVi } from './reporting-messages.vi.ts';

export const reportingMessagesEn: Record<keyof typeof reportingMessagesVi, string> = {
  'reportReminded.title': '{report}: {countdown}',
  'reportReminded.body':
    '{unit} sends it to {receiver} {deadline}, {countdown}.\n\n{workday}\n\nThe draft is ready. Open it, look it through and send it.',
  'reportChased.title': 'Please send: {report}',
  'reportChased.body':
    '{office} has nothing from {place} yet. It is due {deadline}, {countdown}.\n\nThe draft is ready. Open it, look it through and send it.',
  'reportApprovalAsked.title': 'To be approved: {what}',
  'reportApprovalAsked.body':
    '{unit} sends it to {office} {deadline}, {countdown}.\n\n{reason}\n\nOpen it and look it through. “Approve and send” sends it at once. If something has to be mended, give it back and say what.',
  'reportApprovalRefused.title': 'Not approved yet: {what}',
  'reportApprovalRefused.body': 'To be mended: {reason}\n\nMend it and ask again. The report has not been sent.',
  'reportApproved.title': 'Approved and sent: {what}',
  'reportApproved.body': 'The head of the unit approved it. It was sent to {office}.',
  'reportReceived.title': '{unit} sent the {what}',
  'reportReceived.body': '{sent}\n\nOpen it to accept it, or return it and name the cells to mend.',
  'revisionAsked.title': '{unit} asks to revise the {what}',
  'revisionAsked.body':
    'Reason: {reason}\n\nOnce it is returned, a new version can be sent. The version that was sent is kept as it is.',
  'reportAccepted.title': '{office} accepted the {what}',
  'reportAccepted.body': 'Version {version} of {place} is accepted and counts in the totals.',
  'reportSentBack.title': '{office} returned the {what}',
  'reportSentBack.body':
    '{cells}\n\n{reason}\n\nMend it and send it again. The version that was sent is kept as it is.',
  'lateReportAllowed.title': 'May be sent late: {report}',
  'lateReportAllowed.body': '{office} lets {place} send it until the end of {until}.\n\nReason: {reason}',
  'campaignStarted.title': 'Asked for: {report}',
  'campaignStarted.body':
    '{office} asks the communes to send it {deadline}, {countdown}.\n\n{workday}\n\nThe list comes from the teams’ own records. Open it, look it through and send it.',
  'campaignCancelled.title': 'No longer asked for: {report}',
  'campaignCancelled.body':
    '{office} has taken this request back. Whoever has not sent it need not.\n\nReason: {reason}',
  'listReady.title': 'Ready: {report}',
  'listReady.body':
    'The list of {place}, {count} teams, as of {until}.\n\nOpen Reports and press “Appendix 1” to download it. The file is kept for 7 days.',
  'officeMail.submitted.subject': '{unit} sends {what}',
  'officeMail.submitted.text': 'To {office}.\n{unit} sends {what}. {sent}',
  'officeMail.accepted.subject': '{office} has accepted {what} of {place}',
  'officeMail.accepted.text':
    'To {unit}.\n{office} has accepted version {version} of {what}. It is attached, to be kept.',
  'officeMail.files': 'Attached: {names}.',
  'officeMail.tooLarge': 'The files are too large for a mail. Open the report to download them.',
  'officeMail.record': "What was sent in Tổ Số is the record; this mail is a copy to the office's mailbox.",
  'report.monthly': 'Report for {month}',
  'report.monthlyInside': 'report for {month}',
  'report.workday': 'The last day is a day off. The last working day on time is {day}.',
  'report.onTime': 'Sent on time.',
  'report.late': 'Sent late, by days: {days}.',
  'report.again': 'Version {version}, revised.',
  'report.cells': 'To be mended: {cells}.',
  'report.section': 'the part “{name}”',
  'section.opening': 'Opening',
  'section.organization': 'Organization and people',
  'section.communication': 'Communication',
  'section.digital_government': 'Digital government',
  'section.digital_economy': 'Digital economy',
  'section.digital_society': 'Digital society',
  'section.strengths': 'Strengths',
  'section.difficulties': 'Difficulties',
  'section.causes': 'Causes',
  'section.next_month': 'Next month',
  'section.proposals': 'Proposals',
  'frame.openReport': 'Open the report',
  'frame.openReports': 'Open Reports',
  'frame.mandatoryReport': 'It cannot be muted, since the unit owes this report.',
};
