import { Screen } from '@/ui/screen';

export default function LooksPage() {
  return <Screen title="红娘工作室">{null}</Screen>;
}
