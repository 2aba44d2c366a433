import { go } from '@/routes';
import { Row, Rows } from '@/ui/rows';
import { answerTones, answerWords, becameBy, ownReportWords } from './own-report-copy';
import { useUnreadAnswers } from './use-unread-answers';

const words = ownReportWords;

/** On the first page: what became of a door that one reported, until it was read. */
export function AnswerLine() {
  const unread = useUnreadAnswers();
  const [newest] = unread;
  if (newest?.answer == null) return null;
  const { name, answer } = newest;
  return (
    <Rows>
      <Row
        title={unread.length === 1 ? words.news(name) : words.newsMany(unread.length)}
        about={unread.length === 1 ? becameBy(answer) : `${name}：${answerWords(answer)}`}
        tone={answerTones[answer.answer]}
        onPress={() => go('ownReports')}
      />
    </Rows>
  );
}
