import { BufferTarget, CanvasSource, getFirstEncodableVideoCodec, Mp4OutputFormat, Output, QUALITY_HIGH, WebMOutputFormat, type VideoCodec } from 'mediabunny';
import type { Size } from '../../../../core/base/geometry.ts';
import type { VideoFormatId } from './film-formats.ts';
import type { PaintedFrame } from './painted-frames.ts';

/** The encodings that players of each kind of file know, the most widely known first. */
const CODECS: Readonly<Record<VideoFormatId, VideoCodec[]>> = { mp4: ['avc', 'hevc', 'av1'], webm: ['vp9', 'vp8', 'av1'] };

const codecFor = (format: VideoFormatId, { width, height }: Size): Promise<VideoCodec | null> => getFirstEncodableVideoCodec(CODECS[format], { width, height });

/** Whether this browser can encode such a film. */
export async function canMakeVideo(format: VideoFormatId, size: Size): Promise<boolean> {
  return 'VideoEncoder' in globalThis && (await codecFor(format, size)) !== null;
}

/** A picture that stands longer than this is written again, in milliseconds: players seek and begin at frames. */
const LONGEST_FRAME = 500;

/** Writes frames as a film. */
export async function makeVideo(format: VideoFormatId, size: Size, frames: AsyncIterable<PaintedFrame>, onProgress: (done: number) => void): Promise<Blob> {
  const codec = await codecFor(format, size);
  if (codec === null) throw new Error(`no encoder for ${format}`);
  const target = new BufferTarget();
  const output = new Output({ format: format === 'mp4' ? new Mp4OutputFormat({ fastStart: 'in-memory' }) : new WebMOutputFormat(), target });
  let source: CanvasSource | undefined;
  for await (const { canvas, ms, at, done } of frames) {
    if (source === undefined) {
      source = new CanvasSource(canvas, { codec, bitrate: QUALITY_HIGH });
      output.addVideoTrack(source);
      await output.start();
    }
    const parts = Math.ceil(ms / LONGEST_FRAME);
    for (let part = 0; part < parts; part += 1) await source.add((at + (part * ms) / parts) / 1000, ms / parts / 1000);
    onProgress(done);
  }
  await output.finalize();
  if (target.buffer === null) throw new Error('the film has no frames');
  return new Blob([target.buffer], { type: await output.getMimeType() });
}
