import type { AnyTransform } from '../src/engine/finding.ts';
import addHealthcheck from './add-healthcheck.ts';
import agreeKeywordCase from './agree-keyword-case.ts';
import assumeYes from './assume-yes.ts';
import checkArguments from './check-arguments.ts';
import checkCopiedPaths from './check-copied-paths.ts';
import checkHealthcheck from './check-healthcheck.ts';
import cleanPackageCaches from './clean-package-caches.ts';
import copyManifestsFirst from './copy-manifests-first.ts';
import completeDockerignore from './complete-dockerignore.ts';
import dropShadowedCommands from './drop-shadowed-commands.ts';
import dropSudo from './drop-sudo.ts';
import failOnErrors from './fail-on-errors.ts';
import installForProduction from './install-for-production.ts';
import installFromLockFile from './install-from-lock-file.ts';
import dropUnusedStages from './drop-unused-stages.ts';
import labelMaintainer from './label-maintainer.ts';
import linkCopies from './link-copies.ts';
import mergeCopies from './merge-copies.ts';
import mergeRuns from './merge-runs.ts';
import modeInCopy from './mode-in-copy.ts';
import modernInstallFlags from './modern-install-flags.ts';
import moveChangingLinesDown from './move-changing-lines-down.ts';
import multiStage from './multi-stage.ts';
import nonRootUser from './non-root-user.ts';
import ownInCopy from './own-in-copy.ts';
import pinDigests from './pin-digests.ts';
import preferCopy from './prefer-copy.ts';
import removeBuildDependencies from './remove-build-dependencies.ts';
import removeFetchedArchives from './remove-fetched-archives.ts';
import replaceRetiredBase from './replace-retired-base.ts';
import securityUpdates from './security-updates.ts';
import stateBaseTag from './state-base-tag.ts';
import unpackWithAdd from './unpack-with-add.ts';
import useAbsoluteWorkdir from './use-absolute-workdir.ts';
import useAptGet from './use-apt-get.ts';
import useCacheMounts from './use-cache-mounts.ts';
import useSmallerBase from './use-smaller-base.ts';
import useWorkdir from './use-workdir.ts';
import useSecretMounts from './use-secret-mounts.ts';
import useExecForm from './use-exec-form.ts';
import writeEnvPairs from './write-env-pairs.ts';

/** The built-in transforms. The order is meaning: an earlier one wins a conflict. */
export const transforms: readonly AnyTransform[] = [
  replaceRetiredBase,
  stateBaseTag,
  checkArguments,
  checkCopiedPaths,
  installForProduction,
  multiStage,
  useSmallerBase,
  copyManifestsFirst,
  moveChangingLinesDown,
  nonRootUser,
  useSecretMounts,
  unpackWithAdd,
  preferCopy,
  ownInCopy,
  modeInCopy,
  mergeCopies,
  dropSudo,
  useAptGet,
  assumeYes,
  modernInstallFlags,
  installFromLockFile,
  removeBuildDependencies,
  mergeRuns,
  removeFetchedArchives,
  cleanPackageCaches,
  useCacheMounts,
  failOnErrors,
  securityUpdates,
  checkHealthcheck,
  addHealthcheck,
  dropUnusedStages,
  dropShadowedCommands,
  useAbsoluteWorkdir,
  useWorkdir,
  useExecForm,
  writeEnvPairs,
  labelMaintainer,
  linkCopies,
  agreeKeywordCase,
  pinDigests,
  completeDockerignore,
];
