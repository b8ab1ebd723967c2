// SPDX-License-Identifier: GPL-3.0-or-later
// Empty: a library has to have a file for the headers that its tests share to be compiled with.
