import { Screen } from '@/ui/screen';

export default function FollowUpsPage() {
  return <Screen title="红娘工作室">{null}</Screen>;
}
