import { Skeleton, Stack, VisuallyHidden } from '@mantine/core';
import { useEffect, useState } from 'react';

interface LoadingRegionProps {
  /** What is loading, for those who cannot see the grey shapes. */
  label: string;
  /** Heights in px of the shapes: as high as what will stand there. */
  heights: readonly number[];
}

/** Static grey shapes of the true size, after 200 ms; quick answers show nothing in between. */
export function LoadingRegion({ label, heights }: LoadingRegionProps) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 200);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div aria-busy="true">
      {late && <VisuallyHidden>{label}</VisuallyHidden>}
      <Stack gap="md">
        {heights.map((height, index) => (
          <Skeleton
            // biome-ignore lint/suspicious/noArrayIndexKey: the shapes are a fixed list without identity
            key={index}
            height={height}
            radius="md"
            style={{ visibility: late ? 'visible' : 'hidden' }}
          />
        ))}
      </Stack>
    </div>
  );
}
