import { getRouteApi } from '@tanstack/react-router';
import { RequestPage } from './request-page.tsx';
import '../../ui/second/sends.css';
import { SendsList } from './sends-list.tsx';

const route = getRouteApi('/send-requests/{-$requestId}');

/** What waits for a second officer: all of it, or one. */
export function SendsPage() {
  const { requestId } = route.useParams();
  return requestId ? <RequestPage requestId={requestId} /> : <SendsList />;
}
