import { useRouter } from '@tarojs/taro';
import { Screen } from '@/ui/screen';
import { FiguresBoard } from '../../figures/figures-board';
import { figuresText } from '../../figures/figures-copy';

export default function FiguresPage() {
  const { district } = useRouter().params;
  const shown = district === undefined ? figuresText.district : decoded(district);
  return (
    <Screen title={figuresText.title} staff>
      <FiguresBoard key={shown} district={shown} />
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
