/** The words of the screens about training; whoever shows them imports this. */
import { trainingVi } from '#i18n/console/training/training.vi';
import { addWords } from '../i18n.tsx';

addWords(trainingVi);
