import { AnswerSession } from './answer-session.ts';
import { AnswerTask } from './answer-task.ts';
import { ChatCommands } from './chat-commands.ts';
import { ChatDesk } from './chat-desk.ts';
import { ChatQuestions } from './chat-questions.ts';
import { ChatSaid } from './chat-said.ts';
import { DifficultyByChat } from './difficulty-by-chat.ts';
import { LinkByChat } from './link-by-chat.ts';
import { ReportByChat } from './report-by-chat.ts';
import { SendAnswer } from './send-answer.ts';
import { WriteReport } from './write-report.ts';

export const chatProviders = [
  AnswerSession,
  AnswerTask,
  ChatCommands,
  ChatDesk,
  ChatQuestions,
  ChatSaid,
  DifficultyByChat,
  LinkByChat,
  ReportByChat,
  SendAnswer,
  WriteReport,
];
