import type { FindingWords } from './findings.vi.ts';

export const findingsEn: FindingWords = {
  'finding.table.none': 'This file has no roster table. It needs the columns Họ tên (name) and Số điện thoại (phone).',
  'finding.header.found': '{rows} rows, header recognised in row {row}',
  'finding.header.twoRows': 'The header spans rows {from} and {to}; both are joined.',
  'finding.columns.wide': 'Each row of the table names {people} people; they are read one by one.',
  'finding.columns.dropped': 'Columns left out: {columns}. Not needed and not stored.',
  'finding.rows.skipped': 'Rows {from}–{to}: headings, totals, notes and signatures, not imported',
  'finding.row.groupHeading': 'Row “{title}” is a heading; the people below it belong to it.',
  'finding.header.second':
    'Row {row} stands within the list and looks like a row of headings: {text}. If it heads another table, take the proposal; if it is a person, type the phone number of this cell again',
  'finding.rows.unread':
    '{count} rows hold a phone number, a role or a running number and became nobody: rows {rows}. Nobody, or people to be brought in? To bring in some of them, choose under “Not imported”',
  'finding.rows.hidden':
    '{count} rows with names are hidden or filtered out in the file: rows {rows}. Leave them out, or bring them in? To bring in some of them, choose under “Not imported”',
  'finding.name.oneWord': 'The name “{name}” has one word only. Type the whole name, or press “It is so”',
  'finding.name.isPost':
    'The name cell says the role “{name}”. Type the name, leave the row out, or match the columns again',
  'finding.names.oneSurname':
    'All {count} people of this list have the family name {name}. If that is right, press “It is so”; if the column holds family names only, match the columns again',
  'finding.team.tooLarge':
    '{team} has {count} people, the other teams about {usual}. If that is right, press “It is so”; if some are another team’s, type its name into the first row of theirs',
  'finding.table.transposed':
    'The sheet “{sheet}” lies on its side: each person has a column. In Excel copy the table, choose Paste Special → Transpose, save and upload again',
  'finding.list.again':
    'This list and the one in sheet “{sheet}” at row {row} both have {count} teams ({teams}). To use both, take the proposal; if this is the old one, leave it out',
  'finding.row.unnumbered':
    '{name} (row {row}) has no running number as the people above have. If a member, take the proposal; if who made or signed the list, leave the row out',
  'finding.name.withPhone': 'The number {phone} is parted from the name {name}',
  'finding.cell.ditto': 'As above: {text}',
  'finding.row.takenBack': 'Row {row} was brought back and is read as a person.',
  'finding.row.severalPeople': 'The cell names {count} people, read one by one: {names}.',
  'finding.row.linesDiffer':
    'The name has {names} lines and this cell {lines}: whose is which is not known. Type all {names}, parted by semicolons',
  'finding.cell.notImported': 'Not imported',
  'finding.column.hidden': 'Column {column} is hidden in the file and was read all the same.',
  'finding.sheet.hidden': 'Sheet “{sheet}” is hidden in the file. Import it too?',
  'finding.sheet.asTeam': 'The table names no team; the sheet’s name “{sheet}” is taken: {team}.',
  'finding.file.encodingUnsure':
    'It is not sure which encoding the file is in, names may have wrong marks. Choose how they read rightly (now read as {encoding}).',
  'finding.file.oldFormat': 'An old .xls file does not tell its fonts; the letters themselves decide.',
  'finding.file.csvEncoding': 'Text file, encoding {encoding}.',
  'finding.unit.formerName':
    'The file says “{file}”, now part of {commune}. The former commune is kept with each hamlet.',
  'finding.unit.other': 'The file says “{file}”, but you are importing for {commune}. Is it the list of {commune}?',
  'finding.team.merged': 'The team’s cell is merged; every row in it belongs to that team.',
  'finding.team.filledDown': 'The team’s cell is blank; the team above is taken.',
  'finding.team.repeated': 'The team’s name stands on several rows and is read as one team.',
  'finding.team.missing': 'Whose team {name} belongs to is not known',
  'finding.team.empty': '{team} has nobody in the list and is not imported.',
  'finding.team.garbled': 'The team’s name “{name}” has odd letters. Type it again, or press “It is so”',
  'finding.team.otherCommune':
    '{team} is said to be in “{file}”; you are importing for {commune}. Take it if it is in {commune}, else leave the row out',
  'finding.team.fewMembers': '{team} has {count} people; the rule asks for at least {min}.',
  'finding.team.noLeader': '{team} has no leader.',
  'finding.team.noDeputy': '{team} has no deputy.',
  'finding.team.twoLeaders': '{team} has two leaders: {name} and {other}',
  'finding.team.otherLeader':
    '{team} has the leader {other}, and the file says otherwise. If {name} becomes leader, {other} stays as a member',
  'finding.hamlet.ambiguous':
    'The commune has {count} places named {name}, of former communes. Say which former commune',
  'finding.hamlet.new': 'Not in the list of units; will be added as {kind}: {name}',
  'finding.hamlet.unknown': '{commune} has no such {kind}. Take the proposal to add the {kind}: {name}',
  'finding.hamlet.canonical': '“{from}” = {to}',
  'finding.count.differs': 'Says {declared}, counted {counted}',
  'finding.count.unreadable': 'The count “{text}” is no number; rows are counted.',
  'finding.total.teamsDiffer': 'Says {declared} teams in all, counted {counted}',
  'finding.total.membersDiffer': 'Says {declared} people in all, counted {counted}',
  'finding.cell.formula': 'The cell is a formula; the result stored in the file is taken.',
  'finding.cell.formulaWithoutResult': 'Cell {cell} is a formula without a result. Type its value.',
  'finding.cell.tooLong':
    'Cell {cell} has {length} characters and only its beginning was read. Split it into rows in the file, or retype what is to be imported.',
  'finding.cell.richText': 'The cell has text in several styles; all of it is taken.',
  'finding.text.tcvn3': 'Typed with the font {font} (TCVN3); converted to Unicode.',
  'finding.text.vni': 'Typed with the font {font} (VNI); converted to Unicode.',
  'finding.text.legacyUnsure': 'The cell uses the font {font}, but its text reads both ways. Convert from {encoding}?',
  'finding.text.decomposed': 'Letters and marks were stored apart; they are joined.',
  'finding.text.loneMark': 'A tone mark stands alone. Remove it?',
  'finding.text.wrongD': 'Đ was typed as another character; Đ is put in its place.',
  'finding.text.struckPart': 'Part of the text is struck out. Leave that part out?',
  'finding.name.missing': 'No name yet',
  'finding.name.garbled': 'The name “{name}” has odd letters. Type it again, or press “It is so”',
  'finding.name.lines':
    'The name has {count} lines. Take it if it is one person; for several type them parted by semicolons',
  'finding.name.several': 'The cell names two people: {name} and {other}. Type them parted by a semicolon',
  'finding.name.allCaps': 'The name is all capitals; change it to {name}?',
  'finding.name.honorific': '“{honorific}” before the name is taken off',
  'finding.name.withPost': 'The post “{post}” is split from the name',
  'finding.name.maybePost': 'The name’s cell also has “{post}”. Keep only {name}?',
  'finding.position.alias': '{from} = {to}',
  'finding.position.ambiguous': 'Is “{text}” Tổ trưởng (team leader) or Trưởng thôn (hamlet head)?',
  'finding.position.unknown': 'The post “{text}” is not in the list; the text is kept.',
  'finding.phone.missing': '{name} has no phone number (required)',
  'finding.phone.invalid': '“{text}” is no usable phone number',
  'finding.phone.digitsLost': 'Excel lost digits: “{text}”',
  'finding.phone.lostZero': 'The first 0 is lost and is added: {phone}',
  'finding.phone.international': 'International form, changed to {phone}',
  'finding.phone.cleaned': 'Letters among the digits are taken out: {phone}',
  'finding.phone.prefixChanged': 'Prefix changed {from} → {to}',
  'finding.phone.two': 'Two numbers; the first one is the main one',
  'finding.phone.secondInvalid': 'One number in the cell is not usable: “{text}”. Leave it out?',
  'finding.phone.maybeOfficeLandline': 'In 2022 a number 037… may be an office landline',
  'finding.phone.landline': 'A landline is kept as second number.',
  'finding.phone.landlineOnly': '{name} has only a landline, which gets no messages. Is there a mobile number?',
  'finding.phone.shared': 'Same number as {name}. A shared phone? Give the reason',
  'finding.phone.guarded':
    '{name} holds a post or has a place elsewhere: name and phone stay as they are. To change them, ask an administrator.',
  'finding.person.twice': '{name} is already in {team}, row {row}. One person in two teams?',
  'finding.person.sameRow': '{name} stands twice in one team; this row is left out (see row {row}).',
  'file.tooBig': 'The file is larger than {maxMb} MB. Remove sheets that are not needed and try again.',
  'file.notAWorkbook': 'This file is no spreadsheet. An .xlsx, .ods, .xls or .csv file is needed.',
  'file.saveAsXlsx':
    'Files of the kind {kind} are not read. Open it in Excel or LibreOffice, choose File → Save As, kind “Excel Workbook (.xlsx)”, and upload the new file.',
  'file.wordDocument':
    'This is a Word file ({kind}); only spreadsheets are read. Open it in Word, select the whole table and copy it (Ctrl C); paste it into an empty sheet of Excel (Ctrl V), save that as .xlsx and upload it.',
  'file.archive': 'This is a packed archive. Unpack it and upload each spreadsheet.',
  'file.zip64':
    'The file is packed in the way meant for very large files (ZIP64) and was not opened. Open it in Excel, save it and try again.',
  'file.zipBomb':
    'The file unpacks to more than {maxMb} MB and was not opened. Copy the roster to a new file and try again.',
  'file.unsafeArchive':
    'A part of the file says wrong things about itself ({entry}), so it was not opened. Open it in Excel, save it and try again.',
  'file.unsafeXml':
    'A part of the file is not safe ({part}), so it was not opened. Open it in Excel, save it and try again.',
  'file.tooManySheets': 'The file has more than {max} sheets. Copy those with a roster to a new file and try again.',
  'file.tooManyRows':
    'The sheet “{sheet}” has a cell below row {max} (cell {cell}). Delete the rows at its end that are not needed, save and try again.',
  'file.tooManyColumns':
    'The sheet “{sheet}” has a cell beyond column {max} (cell {cell}). Delete the columns on the right that are not needed, save and try again.',
  'file.tooManyCells': 'The file has too many cells (limit {max}). Copy the roster to a new file and try again.',
  'file.tooManyMerges': 'The file has too many merged cells (limit {max}). Unmerge what is not needed and try again.',
  'file.tooManyStrings':
    'The file has too many pieces of text (limit {max}). Copy the roster to a new file and try again.',
  'file.tooManyDoubts':
    'The file has more than {max} places to look at, so it is hardly a roster. Copy the roster to a new file and try again.',
  'file.tooMuchText':
    'The file has too much text (limit {max} characters). Copy the roster to a new file and try again.',
  'file.tooMuchMemory':
    'Reading the file needs more than {maxMb} MB of memory and was stopped. Copy the roster to a new file and try again.',
  'file.encrypted': 'The file has a password. Remove it, save and try again.',
  'file.damaged': 'The file is damaged. Open it in Excel, save it and try again.',
  'file.tooSlow':
    'Reading took more than {seconds} seconds and was stopped. Copy the roster to a new file and try again.',
  'file.busy': 'The server is reading files of others. Wait {seconds} seconds and try again.',
  'roster.severity.must_fix': 'Must fix',
  'roster.severity.choose': 'Choose',
  'roster.severity.auto_fixed': 'Can be fixed',
  'roster.severity.info': 'Note',
  'roster.notes': 'Notes on errors',
};
