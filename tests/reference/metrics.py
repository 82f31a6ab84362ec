"""Makes metrics.json: scores of seeded predictions by scikit-learn 1.2, without weights, with weights, and of the newest 15;
kappaT, kappaM and the pooled rmse by their formulas in numpy.

Run: python3 metrics.py > metrics.json
"""
import json

import numpy as np
from sklearn import metrics as sk

COUNT, WINDOW = 60, 15
random = np.random.RandomState(7)
weights = random.randint(0, 8, COUNT) / 4


def share(hits, w):
    return float(np.sum(hits * w) / np.sum(w))


def kappa_t(y, a, w):
    before = np.concatenate([[0], y[:-1]])  # the no-change classifier says class 0 at first
    return 1 - (1 - share(a == y, w)) / (1 - share(before == y, w))


def kappa_m(y, a, w):
    return 1 - (1 - share(a == y, w)) / (1 - max(share(y == k, w) for k in range(3)))


def of_classes(y, a, w):
    return {
        "accuracy": sk.accuracy_score(y, a, sample_weight=w),
        "confusionMatrix": sk.confusion_matrix(y, a, sample_weight=w).tolist(),
        "balancedAccuracy": sk.balanced_accuracy_score(y, a, sample_weight=w),
        "macroF1": sk.f1_score(y, a, average="macro", sample_weight=w),
        "cohenKappa": sk.cohen_kappa_score(y, a, sample_weight=w),
        "mcc": sk.matthews_corrcoef(y, a, sample_weight=w),
        "kappaT": kappa_t(y, a, w),
        "kappaM": kappa_m(y, a, w),
    }


def binary(outputs, targets, w):
    p, y = outputs[:, 0], targets[:, 0].astype(int)
    a = (p > 0.5).astype(int)
    return {
        **of_classes(y, a, w),
        "f1": sk.f1_score(y, a, sample_weight=w),
        "logLoss": sk.log_loss(y, p, eps=1e-15, sample_weight=w),
        "rocAuc": sk.roc_auc_score(y, p, sample_weight=w),
    }


def classes(outputs, targets, w):
    y = targets.argmax(axis=1)
    loss = sk.log_loss(y, outputs, eps=1e-15, sample_weight=w)
    return {**of_classes(y, outputs.argmax(axis=1), w), "logLoss": loss}


def labels(outputs, targets, w):
    a, y = (outputs > 0.5).astype(int), targets.astype(int)
    return {
        "hammingLoss": sk.hamming_loss(y, a, sample_weight=w),
        "subsetAccuracy": sk.accuracy_score(y, a, sample_weight=w),
        "macroF1": sk.f1_score(y, a, average="macro", sample_weight=w),
    }


def regression(outputs, targets, w):
    return {
        "mae": sk.mean_absolute_error(targets, outputs, sample_weight=w),
        "rmse": float(np.sqrt(sk.mean_squared_error(targets, outputs, sample_weight=w))),
        "r2": sk.r2_score(targets, outputs, sample_weight=w),
    }


def case(score, outputs, targets):
    ones, newest = np.ones(COUNT), slice(COUNT - WINDOW, None)
    return {
        "outputs": outputs.tolist(),
        "targets": targets.tolist(),
        "plain": score(outputs, targets, ones),
        "weighted": score(outputs, targets, weights),
        "newest": score(outputs[newest], targets[newest], weights[newest]),
    }


truth = random.randint(0, 2, (COUNT, 1)).astype(float)
leaning = np.clip(truth * 26 / 64 + random.randint(0, 40, (COUNT, 1)) / 64, 0, 1)
kinds = np.eye(3)[random.choice(3, COUNT, p=[0.5, 0.3, 0.2])]
shares = np.array([random.multinomial(64, 0.25 * kind + 0.75 * random.dirichlet(np.ones(3))) for kind in kinds]) / 64
several = random.randint(0, 2, (COUNT, 4)).astype(float)
guesses = np.clip(several * 20 / 64 + random.randint(0, 45, (COUNT, 4)) / 64, 0, 1)
values = random.randint(-40, 40, (COUNT, 2)) / 8
near = values + random.randint(-20, 20, (COUNT, 2)) / 16

print(json.dumps({
    "window": WINDOW,
    "weights": weights.tolist(),
    "binary": case(binary, leaning, truth),
    "classes": case(classes, shares, kinds),
    "labels": case(labels, guesses, several),
    "regression": case(regression, near, values),
}))
