/** The ring at the agent's desk, made here: two tones, two seconds in six. Returns the way to stop it. */
export function ring(): () => void {
  const context = new AudioContext();
  const volume = context.createGain();
  volume.gain.value = 0;
  volume.connect(context.destination);
  for (const frequency of [440, 480]) {
    const tone = context.createOscillator();
    tone.frequency.value = frequency;
    tone.connect(volume);
    tone.start();
  }
  const burst = () => {
    volume.gain.setValueAtTime(0.08, context.currentTime);
    volume.gain.setValueAtTime(0, context.currentTime + 2);
  };
  burst();
  const timer = window.setInterval(burst, 6000);
  return () => {
    window.clearInterval(timer);
    void context.close();
  };
}
