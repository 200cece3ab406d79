/**
 * Dialogues of the console that are written by hand, and why (docs/decisions/0296). All others say their command as data:
 * ui/command/command-form.tsx.
 */
export const dialogsByHand: Readonly<Record<string, string>> = {
  'pages/assign/series/next-dialog.tsx': 'a command like others, written before CommandForm was there',
  'pages/assign/series/next-numbers-dialog.tsx':
    'fetches the sheet before it asks, and keeps only numbers that changed',
  'pages/assign/series/series-row.tsx': 'hands its answer to the row: orders and numbers are stopped by two routes',
  'pages/campaigns/start-dialog.tsx': 'is previewed while one types, then sent or put before a second person',
  'pages/confirm/confirm-many.tsx': 'a command like others, written before CommandForm was there',
  'pages/forms/ask-dialog.tsx': 'is previewed while one types, then sent or put before a second person',
  'pages/forms/question-editor.tsx': 'sends nothing: asks before a question goes with what refers to it',
  'pages/log/export-dialog.tsx': 'what comes back is a file that is saved',
  'pages/log/trace-dialog.tsx': 'sends no command: looks a line up, and opens it',
  'pages/maps/map-list.tsx': 'a DELETE, which takes no key: no command is made of it',
  'pages/officers/agency/agency-card.tsx': 'a DELETE, which takes no key: no command is made of it',
  'pages/officers/appoint-dialog.tsx': 'one field writes another: the unit the role, the role the title',
  'pages/officers/handover/handover-dialog.tsx':
    'fetches who may follow and what goes along before it asks, anew for each day',
  'pages/officers/many/appoint-many.tsx': 'sends nothing: a sheet of people, handed to the check that follows',
  'pages/recipients/mailbox-dialogs.tsx':
    'a second button sends another code; the one for the address fits, not moved yet',
  'pages/reforms/merger-people.tsx': 'sends nothing: hands its answer to the form of the page',
  'pages/reforms/reform-foot.tsx': 'saves and schedules by one press, drops by a DELETE; revoking fits, not moved yet',
  'pages/registers/work-day-dialogs.tsx': 'a DELETE, which takes no key: no command is made of it',
  'pages/reports/figures/figure-popover.tsx': 'saves through the words of the report, which count their versions',
  'pages/reports/figures/typed-dialog.tsx': 'a second button takes the figure away, a third writes into two fields',
  'pages/reports/sending/difficulties-dialog.tsx': 'sends nothing: hands its answer to the words of the report',
  'pages/reports/sending/return-dialog.tsx': 'a list of rows that grows',
  'pages/reports/sending/silent-dialog.tsx': 'saves through the words of the report, which count their versions',
  'pages/reports/sending/submit-dialog.tsx': 'saves the words first, then sends the report or asks for approval',
  'pages/reports/text/insert-dialog.tsx': 'sends nothing: hands its answer to the words of the report',
  'pages/reports/text/plan-dialog.tsx': 'a command like others, written before CommandForm was there',
  'pages/restated/parts-dialog.tsx': 'a command like others, written before CommandForm was there',
  'pages/rules/catalogue-detail.tsx': 'a command like others, written before CommandForm was there',
  'pages/second-factor/factor-card.tsx': 'routes that take no key, so that no command is made of them',
  'pages/second-factor/key-list.tsx': 'routes that take no key, so that no command is made of them',
  'pages/team/card-items.tsx': 'a DELETE, which takes no key: no command is made of it',
  'pages/team/member-modal.tsx': 'a command like others, written before CommandForm was there',
  'pages/team/replace-modal.tsx': 'one field writes another: who leaves gives whoever comes the role',
  'pages/team/scan.tsx': 'uploads a file',
  'pages/training/avoid-times/avoid-dialog.tsx': 'a list of rows that grows',
  'pages/training/plan/move-dialog.tsx': 'asks what clashes while one types; sends the whole session anew',
  'pages/unit-reforms/lines/line-dialog.tsx':
    'saves through the draft of the reform, which counts its versions; stays open for the next',
  'pages/unit-reforms/lines/pick-dialog.tsx': 'sends nothing: hands its answer to the page',
  'pages/unit-reforms/names/ask-dialog.tsx': 'saves through the draft of the reform, which counts its versions',
  'pages/unit-reforms/names/decide-dialog.tsx': 'saves through the draft of the reform, which counts its versions',
  'pages/unit-reforms/people/people-left.tsx': 'saves through the draft of the reform, which counts its versions',
  'pages/unit-reforms/people/post-dialog.tsx': 'saves through the draft of the reform, which counts its versions',
  'pages/unit-reforms/schedule-tab.tsx': 'drops by a DELETE, which takes no key; applying fits, not moved yet',
  'pages/units/hamlet-forms.tsx':
    'a route for several kinds of change says no bounds of one; adding fits, not moved yet',
  'pages/units/unit-forms.tsx':
    'a route for several kinds of change says no bounds of one; adding: the kind writes the type',
};
