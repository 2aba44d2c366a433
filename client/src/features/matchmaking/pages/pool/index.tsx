import { Screen } from '@/ui/screen';

export default function PoolPage() {
  return <Screen title="红娘工作室">{null}</Screen>;
}
