/* A network of two layers, written as plainly as C allows; the compiler makes the most of it. Sizes: -DI= -DH= -DO=.
   -DSOFTMAX=1: relu and softmax under the cross-entropy, else sigmoid neurons under the quadratic cost. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static float w1[H][I], b1[H], w2[O][H], b2[O], a1[H], a2[O], d1[H], d2[O], cost;

static void predict(const float *x) {
  for (int j = 0; j < H; j++) {
    float z = b1[j];
    for (int k = 0; k < I; k++) z += w1[j][k] * x[k];
    a1[j] = SOFTMAX ? (z > 0 ? z : 0) : 1 / (1 + expf(-z));
  }
  for (int j = 0; j < O; j++) {
    float z = b2[j];
    for (int k = 0; k < H; k++) z += w2[j][k] * a1[k];
    a2[j] = SOFTMAX ? z : 1 / (1 + expf(-z));
  }
  if (!SOFTMAX) return;
  float largest = a2[0], sum = 0;
  for (int j = 1; j < O; j++) largest = a2[j] > largest ? a2[j] : largest;
  for (int j = 0; j < O; j++) sum += a2[j] = expf(a2[j] - largest);
  for (int j = 0; j < O; j++) a2[j] /= sum;
}

static void learn(const float *x, const float *y, float rate) {
  predict(x);
  cost = 0;
  for (int j = 0; j < O; j++) {
    float error = a2[j] - y[j];
    if (SOFTMAX && y[j] != 0) cost -= y[j] * logf(a2[j]);
    if (!SOFTMAX) cost += error * error / 2;
    d2[j] = SOFTMAX ? error : error * a2[j] * (1 - a2[j]);
  }
  for (int k = 0; k < H; k++) {
    float sum = 0;
    for (int j = 0; j < O; j++) sum += w2[j][k] * d2[j];
    d1[k] = SOFTMAX ? (a1[k] > 0 ? sum : 0) : sum * a1[k] * (1 - a1[k]);
  }
  for (int j = 0; j < O; j++) {
    float step = rate * d2[j];
    for (int k = 0; k < H; k++) w2[j][k] -= step * a1[k];
    b2[j] -= step;
  }
  for (int j = 0; j < H; j++) {
    float step = rate * d1[j];
    for (int k = 0; k < I; k++) w1[j][k] -= step * x[k];
    b1[j] -= step;
  }
}

static double milliseconds(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e3 + t.tv_nsec / 1e6;
}

/* Arguments: the file of samples, how many there are, the learning rate, and whether to learn. On each line of input, a
   number of milliseconds, one round; its answer is microseconds a sample. */
int main(int argc, char **argv) {
  int count = atoi(argv[2]), learning = !strcmp(argv[4], "step");
  float rate = atof(argv[3]), *samples = malloc((size_t)count * (I + O) * sizeof(float)), sum = 0;
  FILE *file = fopen(argv[1], "rb");
  if (argc != 5 || !file || fread(samples, sizeof(float), (size_t)count * (I + O), file) == 0) return 1;
  for (int j = 0; j < H; j++) for (int k = 0; k < I; k++) w1[j][k] = sin(j * I + k) / sqrt(I);
  for (int j = 0; j < O; j++) for (int k = 0; k < H; k++) w2[j][k] = sin(j * H + k) / sqrt(H);
  double limit;
  while (scanf("%lf", &limit) == 1) {
    double start = milliseconds(), elapsed;
    long n = 0;
    do {
      for (int i = 0; i < count; i++, n++) {
        const float *x = samples + (size_t)i * (I + O);
        if (learning) learn(x, x + I, rate), sum += cost;
        else {
          predict(x);
          for (int j = 0; j < O; j++) sum += a2[j];
        }
      }
      elapsed = milliseconds() - start;
    } while (elapsed < limit);
    printf("%f\n", 1e3 * elapsed / n);
    fflush(stdout);
  }
  return sum == 1e30f;
}
