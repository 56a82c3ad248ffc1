import type { World } from '../../../core/layout/world.ts';
import type { Source } from '../../../core/model/event.ts';
import { describeDate } from './dates.ts';

/** Where an event's statement comes from, each source on a line of its own. */
export function Sources({ sources, world }: { readonly sources: readonly Source[]; readonly world: World }) {
  const { details } = world.messages.list;
  return (
    <>
      {sources.map((source, position) => (
        <p key={position}>
          {[source.publisher, source.title && `“${source.title}”`, source.locator, source.date && describeDate(source.date, world)]
            .filter(Boolean)
            .join(', ')}
          {source.url !== undefined && (
            <>
              {' · '}
              <a href={source.url} target="_blank" rel="noreferrer noopener">
                {details.openSource}
              </a>
            </>
          )}
        </p>
      ))}
    </>
  );
}
