import { useRouter } from '@tarojs/taro';
import { Screen } from '@/ui/screen';
import { FiguresBoard } from '../../figures/figures-board';
import { figuresText } from '../../figures/figures-copy';

export default function FiguresPage() {
  const { district } = useRouter().params;
  return (
    <Screen title={figuresText.title} staff>
      <FiguresBoard district={district === undefined ? figuresText.district : decoded(district)} />
    </Screen>
  );
}

/** A browser hands parameters over decoded, WeChat as they were written. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
