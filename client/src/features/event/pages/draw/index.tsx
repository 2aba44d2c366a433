import { Screen } from '@/ui/screen';

export default function DrawPage() {
  return <Screen title="抽签">{null}</Screen>;
}
