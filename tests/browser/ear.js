// Runs in each page before its own code.

// Chromium's cleaning of a microphone takes a steady tone for noise; the tests' voices are steady tones.
localStorage.setItem("tierline.microphone", "plain");

const playing = new Set();
const play = HTMLMediaElement.prototype.play;
HTMLMediaElement.prototype.play = function () {
  playing.add(this);
  return play.call(this);
};

// The strongest pitch, in hertz, of what the page plays now from its telephone; 0 in silence.
window.pitchHeard = () => {
  const streams = [...playing].filter((element) => element.srcObject && !element.paused).map((element) => element.srcObject);
  return Math.max(0, ...streams.map((stream) => strongest(analyserOf(stream))));
};

// How loud one pitch is in that, in decibels; -200 in silence.
window.loudnessOf = (hertz) => {
  const streams = [...playing].filter((element) => element.srcObject && !element.paused).map((element) => element.srcObject);
  return Math.max(-200, ...streams.map((stream) => levelAt(analyserOf(stream), hertz)));
};

const analysers = new WeakMap();
let context;

function analyserOf(stream) {
  if (!analysers.has(stream)) {
    context ??= new AudioContext();
    const analyser = new AnalyserNode(context, { fftSize: 16384, smoothingTimeConstant: 0 });
    context.createMediaStreamSource(stream).connect(analyser);
    analysers.set(stream, analyser);
  }
  return analysers.get(stream);
}

function levelAt(analyser, hertz) {
  const decibels = new Float32Array(analyser.frequencyBinCount);
  analyser.getFloatFrequencyData(decibels);
  const bin = Math.round((hertz * analyser.fftSize) / context.sampleRate);
  return Math.max(...decibels.slice(bin - 1, bin + 2));
}

function strongest(analyser) {
  const decibels = new Float32Array(analyser.frequencyBinCount);
  analyser.getFloatFrequencyData(decibels);
  const loudest = decibels.reduce((best, level, bin) => (level > decibels[best] ? bin : best), 0);
  return decibels[loudest] > -50 ? (loudest * context.sampleRate) / analyser.fftSize : 0;
}

// All that the page plays from its telephone for so many seconds, as 8 kHz samples from -1 to 1.
window.recorded = (seconds) =>
  new Promise((done) => {
    const stream = [...playing].filter((element) => element.srcObject && !element.paused).map((element) => element.srcObject).at(-1);
    const telephone = new AudioContext({ sampleRate: 8000 });
    const recorder = telephone.createScriptProcessor(4096, 1, 1);
    const samples = [];
    recorder.onaudioprocess = ({ inputBuffer }) => {
      samples.push(...inputBuffer.getChannelData(0));
      if (samples.length < seconds * 8000) return;
      recorder.disconnect();
      telephone.close();
      done(samples);
    };
    telephone.createMediaStreamSource(stream).connect(recorder);
    recorder.connect(telephone.destination);
  });
